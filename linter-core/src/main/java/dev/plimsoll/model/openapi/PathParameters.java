package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the parameters in the path that an operation takes, its path item's among them.
 *
 * @param isKnown whether all parameters are: not, where one stands in another file
 */
public record PathParameters(Set<String> names, boolean isKnown) {

  public PathParameters {
    names = Set.copyOf(names);
  }

  /** Those of an operation, or of a path item alone. */
  public static PathParameters of(OpenApiObject object, OpenApiDescription api) {
    Set<String> names = new HashSet<>();
    boolean isKnown = true;
    Optional<OpenApiObject> at = Optional.of(object);
    while (at.isPresent() && at.get().kind() != ObjectKind.PATHS) {
      OpenApiObject here = at.get();
      isKnown &= here.find("$ref").isEmpty() && here.find("<<").isEmpty();
      Optional<YamlNode> list = here.find("parameters");
      if (list.isPresent() && list.get() instanceof Sequence parameters) {
        for (YamlNode item : parameters.items()) {
          isKnown &= add(item, api, names);
        }
      } else {
        isKnown &= list.isEmpty();
      }
      at = here.parent();
    }
    return new PathParameters(names, isKnown);
  }

  /**
   * The one variable of a path that none of these defines, where all but one of these are named as
   * a variable is: what that one should be called.
   */
  public Optional<String> misnames(PathTemplate template) {
    Set<String> strays = new HashSet<>(names);
    Set<String> undefined = new HashSet<>();
    for (PathTemplate.Variable variable : template.variables()) {
      strays.remove(variable.name());
      if (!names.contains(variable.name())) {
        undefined.add(variable.name());
      }
    }
    return isKnown && strays.size() == 1 && undefined.size() == 1
        ? Optional.of(undefined.iterator().next())
        : Optional.empty();
  }

  /** Adds one, if it is in the path; false where it cannot be seen. */
  private static boolean add(YamlNode item, OpenApiDescription api, Set<String> names) {
    Optional<Mapping> parameter = api.resolve(item);
    if (parameter.isEmpty()
        || !(parameter.get().find("in").orElse(item) instanceof Scalar in)
        || !(parameter.get().find("name").orElse(item) instanceof Scalar name)) {
      return false;
    }
    if (in.text().equals("path")) {
      names.add(name.text());
    }
    return true;
  }
}
