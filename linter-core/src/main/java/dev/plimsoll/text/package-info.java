/** Texts, spans and addresses: what every other package speaks of places with. */
@NullMarked
package dev.plimsoll.text;

import org.jspecify.annotations.NullMarked;
