/** One writer per format, each onto a stream it is given. */
@NullMarked
package dev.plimsoll.report;

import org.jspecify.annotations.NullMarked;
