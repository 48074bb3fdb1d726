package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * A target of a Bake file.
 *
 * @param context the folder's name in the workspace
 * @param dockerfile the file's name in the workspace, whether it is there or not
 * @param stage what it asks for; nothing for the last, and where a variable decides
 */
public record BakeTarget(Slice name, String context, String dockerfile, Optional<Slice> stage) {}
