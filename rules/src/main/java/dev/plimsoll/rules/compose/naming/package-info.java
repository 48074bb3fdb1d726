/** Compose rules about the names of containers and services. */
@NullMarked
package dev.plimsoll.rules.compose.naming;

import org.jspecify.annotations.NullMarked;
