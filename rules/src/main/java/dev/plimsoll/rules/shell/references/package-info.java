/** Shell rules about the variables that scripts read. */
@NullMarked
package dev.plimsoll.rules.shell.references;

import org.jspecify.annotations.NullMarked;
