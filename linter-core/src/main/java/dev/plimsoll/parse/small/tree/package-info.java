/** What the readers of small formats give: patterns that know their line, and how they match. */
@NullMarked
package dev.plimsoll.parse.small.tree;

import org.jspecify.annotations.NullMarked;
