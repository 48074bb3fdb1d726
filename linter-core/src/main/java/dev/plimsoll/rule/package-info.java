/** The rule API: what a rule is told, what it reports, and what a run gives back. */
@NullMarked
package dev.plimsoll.rule;

import org.jspecify.annotations.NullMarked;
