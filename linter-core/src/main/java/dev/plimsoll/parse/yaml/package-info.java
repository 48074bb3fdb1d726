/** Reads YAML into a tree that knows where everything stands. */
@NullMarked
package dev.plimsoll.parse.yaml;

import org.jspecify.annotations.NullMarked;
