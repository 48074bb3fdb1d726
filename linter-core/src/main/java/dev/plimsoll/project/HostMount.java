package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;

/** A folder of the host that a service mounts. */
public record HostMount(ComposeSet set, ComposeService service, ServiceMount mount) {}
