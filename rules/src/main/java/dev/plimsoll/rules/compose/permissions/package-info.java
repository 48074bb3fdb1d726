/** Compose rules about who a container runs as. */
@NullMarked
package dev.plimsoll.rules.compose.permissions;

import org.jspecify.annotations.NullMarked;
