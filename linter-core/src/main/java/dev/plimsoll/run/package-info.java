/**
 * A whole run, from the paths a user named to the files written: for the command line and for
 * Maven.
 */
@NullMarked
package dev.plimsoll.run;

import org.jspecify.annotations.NullMarked;
