/** Compose rules about health checks, restarts and dependencies. */
@NullMarked
package dev.plimsoll.rules.compose.health;

import org.jspecify.annotations.NullMarked;
