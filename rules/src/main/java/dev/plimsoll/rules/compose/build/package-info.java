/** Compose rules about where images are built. */
@NullMarked
package dev.plimsoll.rules.compose.build;

import org.jspecify.annotations.NullMarked;
