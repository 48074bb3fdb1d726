/** Commands as people mean them: name, arguments, modes, whatever the host of the script. */
@NullMarked
package dev.plimsoll.model.command;

import org.jspecify.annotations.NullMarked;
