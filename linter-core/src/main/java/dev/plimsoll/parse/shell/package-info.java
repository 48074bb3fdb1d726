/** Reads shell: lists and pipelines of simple commands, so far. */
@NullMarked
package dev.plimsoll.parse.shell;

import org.jspecify.annotations.NullMarked;
