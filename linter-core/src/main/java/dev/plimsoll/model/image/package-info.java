/** Container images: how they are named, and what is known of common ones. */
@NullMarked
package dev.plimsoll.model.image;

import org.jspecify.annotations.NullMarked;
