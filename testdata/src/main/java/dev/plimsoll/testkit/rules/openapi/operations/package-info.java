/** Rules for the engine's own tests: one that behaves, and saboteurs that must not get through. */
@NullMarked
package dev.plimsoll.testkit.rules.openapi.operations;

import org.jspecify.annotations.NullMarked;
