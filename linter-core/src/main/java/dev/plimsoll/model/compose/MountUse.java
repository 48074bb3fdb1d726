package dev.plimsoll.model.compose;

/** A service and one of its mounts. */
public record MountUse(ComposeService service, ServiceMount mount) {}
