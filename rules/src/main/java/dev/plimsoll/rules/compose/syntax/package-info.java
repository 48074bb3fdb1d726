/** Compose rules about what Compose refuses to read, or reads only for old times' sake. */
@NullMarked
package dev.plimsoll.rules.compose.syntax;

import org.jspecify.annotations.NullMarked;
