/** Shell rules about who may read, write and run. */
@NullMarked
package dev.plimsoll.rules.shell.permissions;

import org.jspecify.annotations.NullMarked;
