/** Compose rules about the images that services run. */
@NullMarked
package dev.plimsoll.rules.compose.images;

import org.jspecify.annotations.NullMarked;
