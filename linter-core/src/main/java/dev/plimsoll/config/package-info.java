/** What {@code plimsoll.yaml} and the command line say: which rules run, how, and on what. */
@NullMarked
package dev.plimsoll.config;

import org.jspecify.annotations.NullMarked;
