/** Compose rules about volumes and mounts. */
@NullMarked
package dev.plimsoll.rules.compose.storage;

import org.jspecify.annotations.NullMarked;
