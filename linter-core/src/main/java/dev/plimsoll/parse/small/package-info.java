/** Readers of small formats: ignore files, Makefiles, files of variables. */
@NullMarked
package dev.plimsoll.parse.small;

import org.jspecify.annotations.NullMarked;
