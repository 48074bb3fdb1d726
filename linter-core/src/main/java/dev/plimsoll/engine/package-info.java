/** Runs the rules over the linked model, hides what is ignored, and proves fixes. */
@NullMarked
package dev.plimsoll.engine;

import org.jspecify.annotations.NullMarked;
