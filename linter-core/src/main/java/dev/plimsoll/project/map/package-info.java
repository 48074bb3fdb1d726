/** The linked project as people and machines are shown it: plain texts, no models. */
@NullMarked
package dev.plimsoll.project.map;

import org.jspecify.annotations.NullMarked;
