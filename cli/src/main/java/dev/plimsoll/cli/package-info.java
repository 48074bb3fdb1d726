/** The command line: one class per command, and nothing that the Maven plugin would need too. */
@NullMarked
package dev.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
