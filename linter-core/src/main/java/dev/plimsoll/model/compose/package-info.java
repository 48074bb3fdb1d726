/** What Compose files say, alone and merged, and where each part of it was written. */
@NullMarked
package dev.plimsoll.model.compose;

import org.jspecify.annotations.NullMarked;
