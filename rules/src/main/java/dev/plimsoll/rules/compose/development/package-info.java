/** Compose rules about files for development. */
@NullMarked
package dev.plimsoll.rules.compose.development;

import org.jspecify.annotations.NullMarked;
