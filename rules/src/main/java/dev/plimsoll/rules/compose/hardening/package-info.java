/** Compose rules about how far a container is shut in. */
@NullMarked
package dev.plimsoll.rules.compose.hardening;

import org.jspecify.annotations.NullMarked;
