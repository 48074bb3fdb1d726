package dev.plimsoll.engine;

import dev.plimsoll.project.Inquiry;
import dev.plimsoll.text.Anchor;

/**
 * Where a script stands in a file that is judged in several sets.
 *
 * @param anchor its address in the set
 * @param owner the address of what is written there, which an edit of it changes
 */
record ScriptSeat(String file, Inquiry inquiry, Anchor anchor, Anchor owner) {}
