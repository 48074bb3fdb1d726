/** What the engine needs of a file's meaning, whatever its language. */
@NullMarked
package dev.plimsoll.model;

import org.jspecify.annotations.NullMarked;
