package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The tags that a document defines.
 *
 * @param isKnown whether the names of all of them are seen
 */
record RootTags(Sequence list, Set<String> names, boolean isKnown) {

  RootTags {
    names = Set.copyOf(names);
  }

  /** Those of the entry; nothing where it has no list of them. */
  static Optional<RootTags> of(OpenApiDescription api) {
    Optional<Mapping> root = api.entry().root();
    if (root.isEmpty() || !(root.get().find("tags").orElse(root.get()) instanceof Sequence list)) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    boolean isKnown = !api.entry().yaml().isCut(list);
    for (YamlNode item : list.items()) {
      Optional<Scalar> name = name(item);
      if (name.isPresent()) {
        names.add(name.get().text());
      } else {
        isKnown = false;
      }
    }
    return Optional.of(new RootTags(list, names, isKnown));
  }

  static Optional<Scalar> name(YamlNode item) {
    return item instanceof Mapping tag && tag.find("name").orElse(item) instanceof Scalar name
        ? Optional.of(name)
        : Optional.empty();
  }
}
