/** Compose rules about names and files that stand for others. */
@NullMarked
package dev.plimsoll.rules.compose.references;

import org.jspecify.annotations.NullMarked;
