/** Shell rules about what is installed, and how. */
@NullMarked
package dev.plimsoll.rules.shell.packages;

import org.jspecify.annotations.NullMarked;
