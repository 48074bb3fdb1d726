/** The user's own rules: what the policies of a configuration ask, and how files are judged. */
@NullMarked
package dev.plimsoll.policy;

import org.jspecify.annotations.NullMarked;
