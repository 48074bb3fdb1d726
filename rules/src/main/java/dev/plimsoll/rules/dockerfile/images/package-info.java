/** Rules on how images are named. */
@NullMarked
package dev.plimsoll.rules.dockerfile.images;

import org.jspecify.annotations.NullMarked;
