/** The engine's own rules about suppression comments. */
@NullMarked
package dev.plimsoll.rules.plimsoll.ignores;

import org.jspecify.annotations.NullMarked;
