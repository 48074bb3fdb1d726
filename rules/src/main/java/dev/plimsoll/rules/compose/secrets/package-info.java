/** Compose rules about secrets. */
@NullMarked
package dev.plimsoll.rules.compose.secrets;

import org.jspecify.annotations.NullMarked;
