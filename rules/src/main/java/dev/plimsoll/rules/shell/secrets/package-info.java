/** Shell rules about credentials. */
@NullMarked
package dev.plimsoll.rules.shell.secrets;

import org.jspecify.annotations.NullMarked;
