/** Fixes as data: edits on the original text, and what they may change in the judged model. */
@NullMarked
package dev.plimsoll.fix;

import org.jspecify.annotations.NullMarked;
