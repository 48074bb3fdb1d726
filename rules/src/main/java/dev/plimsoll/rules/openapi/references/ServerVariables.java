package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathTemplate;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The variables of the URL of a server, and those that it defines.
 *
 * @param used in the URL
 */
record ServerVariables(Scalar url, PathTemplate used, List<Scalar> defined) {

  ServerVariables {
    defined = List.copyOf(defined);
  }

  /**
   * Those of a server.
   *
   * @return nothing where not all of them can be seen, or the URL is a template of its own kind
   */
  static Optional<ServerVariables> of(OpenApiObject server, OpenApiDescription api) {
    Optional<Scalar> url = server.scalar("url");
    if (url.isEmpty() || Entries.isOpen(server, api)) {
      return Optional.empty();
    }
    PathTemplate used = PathTemplate.of(url.get().text());
    List<Scalar> defined = new ArrayList<>();
    Optional<YamlNode> variables = server.find("variables");
    if (variables.isPresent()) {
      if (!(variables.get() instanceof Mapping mapping) || Entries.isOpen(mapping, api)) {
        return Optional.empty();
      }
      for (YamlNode.Entry entry : mapping.entries()) {
        if (!(entry.key() instanceof Scalar key)) {
          return Optional.empty();
        }
        if (!key.text().startsWith("x-")) {
          defined.add(key);
        }
      }
    }
    boolean isPlain = used.isWhole() && !url.get().text().contains("${");
    return isPlain ? Optional.of(new ServerVariables(url.get(), used, defined)) : Optional.empty();
  }

  /** The names in the URL that nothing defines. */
  List<PathTemplate.Variable> undefined() {
    List<PathTemplate.Variable> undefined = new ArrayList<>();
    for (PathTemplate.Variable variable : used.variables()) {
      if (!defines(variable.name())) {
        undefined.add(variable);
      }
    }
    return undefined;
  }

  /**
   * The definition that a name in the URL is likely to mean: one that it does not use otherwise.
   */
  Optional<String> meant(String name) {
    List<String> names = new ArrayList<>();
    for (Scalar key : defined) {
      if (!used.names(key.text())) {
        names.add(key.text());
      }
    }
    return NearestName.of(name, names);
  }

  private boolean defines(String name) {
    for (Scalar key : defined) {
      if (key.text().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
