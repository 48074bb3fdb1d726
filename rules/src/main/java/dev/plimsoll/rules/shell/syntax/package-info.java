/** Shell rules about scripts that the shell refuses. */
@NullMarked
package dev.plimsoll.rules.shell.syntax;

import org.jspecify.annotations.NullMarked;
