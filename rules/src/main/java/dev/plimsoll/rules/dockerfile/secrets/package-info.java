/** Dockerfile rules about credentials. */
@NullMarked
package dev.plimsoll.rules.dockerfile.secrets;

import org.jspecify.annotations.NullMarked;
