/** Compose rules about ports and networks. */
@NullMarked
package dev.plimsoll.rules.compose.network;

import org.jspecify.annotations.NullMarked;
