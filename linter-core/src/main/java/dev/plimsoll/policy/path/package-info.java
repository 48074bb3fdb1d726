/** JSONPath, as RFC 9535 has it, over the trees of files. */
@NullMarked
package dev.plimsoll.policy.path;

import org.jspecify.annotations.NullMarked;
