package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.math.BigDecimal;

/**
 * An amount of memory that a program of a service is told to use for one purpose.
 *
 * @param setting what tells it so: {@code -Xmx}, {@code maxmemory}
 * @param text the amount as written
 * @param place where the amount stands
 */
public record MemoryUse(String setting, String text, BigDecimal bytes, Slice place) {}
