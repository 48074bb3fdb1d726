/** Dockerfile rules about what a build keeps for the next one. */
@NullMarked
package dev.plimsoll.rules.dockerfile.cache;

import org.jspecify.annotations.NullMarked;
