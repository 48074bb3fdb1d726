package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.text.Slice;

/**
 * That a service hands tasks on by another.
 *
 * @param client who hands them on or takes them
 * @param place what says so
 */
public record BrokerUse(ComposeService client, Slice place) {}
