/**
 * The test kit: samples in memory, the page runner, fluent assertions. It never sees the real
 * rules.
 */
@NullMarked
package dev.plimsoll.testkit;

import org.jspecify.annotations.NullMarked;
