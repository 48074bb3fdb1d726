/** Readers of small formats: ignore files. */
@NullMarked
package dev.plimsoll.parse.small;

import org.jspecify.annotations.NullMarked;
