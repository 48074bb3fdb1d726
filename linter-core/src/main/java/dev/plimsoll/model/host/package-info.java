/** Hosts: the machines on which containers run. */
@NullMarked
package dev.plimsoll.model.host;

import org.jspecify.annotations.NullMarked;
