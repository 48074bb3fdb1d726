/** Compose rules about limits of memory, processes and logs. */
@NullMarked
package dev.plimsoll.rules.compose.limits;

import org.jspecify.annotations.NullMarked;
