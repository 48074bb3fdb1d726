/** Rules on how packages are installed. */
@NullMarked
package dev.plimsoll.rules.dockerfile.packages;

import org.jspecify.annotations.NullMarked;
