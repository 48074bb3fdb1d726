/** Shell rules about commands that build images. */
@NullMarked
package dev.plimsoll.rules.shell.build;

import org.jspecify.annotations.NullMarked;
