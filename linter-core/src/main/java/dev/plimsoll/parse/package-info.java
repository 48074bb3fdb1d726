/** What readers give back: a tree and the problems met, never an exception. */
@NullMarked
package dev.plimsoll.parse;

import org.jspecify.annotations.NullMarked;
