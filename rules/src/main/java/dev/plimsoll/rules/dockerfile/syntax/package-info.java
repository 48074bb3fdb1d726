/** Dockerfile rules about what the builder refuses, or reads only for old times' sake. */
@NullMarked
package dev.plimsoll.rules.dockerfile.syntax;

import org.jspecify.annotations.NullMarked;
