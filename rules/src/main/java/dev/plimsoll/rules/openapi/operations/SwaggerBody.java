package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of Swagger that make up a body. */
final class SwaggerBody {

  /**
   * One of them.
   *
   * @param owner in whose list it stands
   * @param isForm whether it is a part of a form, and not all of the body
   * @param place where it says so, or refers to what does
   */
  record Part(OpenApiObject owner, String name, boolean isForm, Slice place) {

    /** How messages call it. */
    String label() {
      return (isForm ? "the form parameter " : "the body parameter ") + name;
    }
  }

  private SwaggerBody() {}

  /** Those of an operation, the ones of its path first; or those of a path item alone. */
  static List<Part> of(OpenApiObject object, OpenApiDescription api) {
    List<Part> parts = new ArrayList<>();
    if (object.kind() == ObjectKind.OPERATION && object.parent().isPresent()) {
      add(object.parent().get(), api, parts);
      int inherited = parts.size();
      add(object, api, parts);
      List<Part> own = List.copyOf(parts.subList(inherited, parts.size()));
      parts.removeIf(part -> !own.contains(part) && isReplaced(part, own));
    } else {
      add(object, api, parts);
    }
    return parts;
  }

  private static boolean isReplaced(Part part, List<Part> own) {
    for (Part other : own) {
      if (other.isForm() == part.isForm() && other.name().equals(part.name())) {
        return true;
      }
    }
    return false;
  }

  private static void add(OpenApiObject owner, OpenApiDescription api, List<Part> parts) {
    Optional<YamlNode> found = owner.find("parameters");
    if (found.isEmpty() || !(found.get() instanceof Sequence list)) {
      return;
    }
    for (YamlNode item : list.items()) {
      Optional<Mapping> parameter = api.resolve(item);
      if (parameter.isPresent()
          && parameter.get().find("in").orElse(list) instanceof Scalar in
          && parameter.get().find("name").orElse(list) instanceof Scalar name
          && (in.text().equals("body") || in.text().equals("formData"))) {
        Optional<YamlNode> reference =
            item instanceof Mapping mapping ? mapping.find("$ref") : Optional.empty();
        Slice place = reference.isPresent() ? reference.get().slice() : in.slice();
        parts.add(new Part(owner, name.text(), in.text().equals("formData"), place));
      }
    }
  }
}
