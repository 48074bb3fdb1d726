/** Dockerfile rules about what an image stores in vain. */
@NullMarked
package dev.plimsoll.rules.dockerfile.size;

import org.jspecify.annotations.NullMarked;
