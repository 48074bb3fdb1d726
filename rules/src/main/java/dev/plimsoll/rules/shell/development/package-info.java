/** Shell rules about what is for development, and what is for production. */
@NullMarked
package dev.plimsoll.rules.shell.development;

import org.jspecify.annotations.NullMarked;
