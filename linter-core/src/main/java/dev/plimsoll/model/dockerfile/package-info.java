/** What a Dockerfile means: stages, steps, and the scripts in them. */
@NullMarked
package dev.plimsoll.model.dockerfile;

import org.jspecify.annotations.NullMarked;
