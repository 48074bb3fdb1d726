/** Reads Dockerfiles as BuildKit's own parser does. */
@NullMarked
package dev.plimsoll.parse.dockerfile;

import org.jspecify.annotations.NullMarked;
