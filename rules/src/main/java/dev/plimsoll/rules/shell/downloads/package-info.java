/** Shell rules about what is fetched. */
@NullMarked
package dev.plimsoll.rules.shell.downloads;

import org.jspecify.annotations.NullMarked;
