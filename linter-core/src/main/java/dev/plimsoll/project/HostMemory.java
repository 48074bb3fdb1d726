package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.math.BigDecimal;

/**
 * The memory of the host on which a Compose set runs.
 *
 * @param machine its type, as the cloud calls it
 * @param place where that is written
 */
public record HostMemory(String machine, BigDecimal bytes, Slice place) {}
