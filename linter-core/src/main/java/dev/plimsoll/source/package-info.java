/** The only door to the files: workspaces, what is read from them, and how targets are found. */
@NullMarked
package dev.plimsoll.source;

import org.jspecify.annotations.NullMarked;
