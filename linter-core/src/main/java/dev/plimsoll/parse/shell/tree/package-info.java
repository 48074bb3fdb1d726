/** The nodes of a script. */
@NullMarked
package dev.plimsoll.parse.shell.tree;

import org.jspecify.annotations.NullMarked;
