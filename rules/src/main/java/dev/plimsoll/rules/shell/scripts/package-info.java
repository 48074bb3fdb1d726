/** Shell rules about how scripts are written. */
@NullMarked
package dev.plimsoll.rules.shell.scripts;

import org.jspecify.annotations.NullMarked;
