/** Dockerfile rules about what goes into a build. */
@NullMarked
package dev.plimsoll.rules.dockerfile.build;

import org.jspecify.annotations.NullMarked;
