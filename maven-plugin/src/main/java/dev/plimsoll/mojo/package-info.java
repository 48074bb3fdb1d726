/** The Maven plugin: thin, with no logic of its own. */
@NullMarked
package dev.plimsoll.mojo;

import org.jspecify.annotations.NullMarked;
