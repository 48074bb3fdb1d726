/** Shell rules about what makes an image large. */
@NullMarked
package dev.plimsoll.rules.shell.size;

import org.jspecify.annotations.NullMarked;
