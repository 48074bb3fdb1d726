/** Scripts that are files of their own. */
@NullMarked
package dev.plimsoll.model.script;

import org.jspecify.annotations.NullMarked;
