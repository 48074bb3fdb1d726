/** Shell rules about how hosts are talked to. */
@NullMarked
package dev.plimsoll.rules.shell.network;

import org.jspecify.annotations.NullMarked;
