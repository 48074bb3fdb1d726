/** Shell rules about rights that nobody needs. */
@NullMarked
package dev.plimsoll.rules.shell.hardening;

import org.jspecify.annotations.NullMarked;
