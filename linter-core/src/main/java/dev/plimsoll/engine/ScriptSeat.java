package dev.plimsoll.engine;

import dev.plimsoll.text.Anchor;

/**
 * Where a script stands in a file that is judged in several sets.
 *
 * @param anchor its address in the set
 * @param owner the address of what is written there, which an edit of it changes
 */
record ScriptSeat(String file, Anchor anchor, Anchor owner) {}
