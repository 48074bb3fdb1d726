package dev.plimsoll.project;

import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * A difference between the images that a CI workflow builds and those that the Compose files name.
 *
 * @param anchor the address of the step that builds
 * @param place in the workflow
 * @param name of the service that is not built, or what is built in vain
 * @param service where the Compose file builds what the workflow does not; nothing where the
 *     workflow builds what no Compose file names
 * @param others how many services the workflow builds
 */
public record BuildDrift(
    Anchor anchor, Slice place, String name, Optional<Slice> service, int others) {}
