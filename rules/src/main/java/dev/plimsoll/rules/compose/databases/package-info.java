/** Compose rules about databases, their connections, and Redis. */
@NullMarked
package dev.plimsoll.rules.compose.databases;

import org.jspecify.annotations.NullMarked;
