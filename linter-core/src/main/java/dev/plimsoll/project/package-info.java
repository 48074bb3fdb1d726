/** What the files say together: one linked model, and the questions that rules ask of it. */
@NullMarked
package dev.plimsoll.project;

import org.jspecify.annotations.NullMarked;
