package dev.plimsoll.parse.yaml.tree;

import java.util.Optional;

/** One document of a file; without a root where nothing but blanks and comments stands in it. */
public record YamlDocument(Optional<YamlNode> root) {}
