/** Compose rules about how a file is written. */
@NullMarked
package dev.plimsoll.rules.compose.format;

import org.jspecify.annotations.NullMarked;
