/** Benchmarks: each a ratio against a baseline of the same run, never a bare time. */
@NullMarked
package dev.plimsoll.bench;

import org.jspecify.annotations.NullMarked;
