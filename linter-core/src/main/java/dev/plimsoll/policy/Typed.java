package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/** Asks for a type, by the names that JSON Schema gives them. */
public record Typed(List<String> types) implements Assertion {

  /** The types. */
  public static final List<String> TYPES =
      List.of("string", "number", "integer", "boolean", "object", "array", "null");

  public Typed {
    types = List.copyOf(types);
  }

  @Override
  public void judge(Target target, Verdicts verdicts) {
    Optional<YamlNode> node = target.node();
    if (node.isPresent()) {
      String is = type(node.get());
      if (!types.contains(is) && !(is.equals("integer") && types.contains("number"))) {
        Assertion.fail(
            target, verdicts, "is of type %s and must be %s", is, String.join(" or ", types));
      }
    }
  }

  private static String type(YamlNode node) {
    if (node instanceof Mapping) {
      return "object";
    }
    if (node instanceof Sequence || !(node instanceof Scalar scalar)) {
      return "array";
    }
    return switch (CoreSchema.type(scalar)) {
      case TEXT -> "string";
      case INTEGER -> "integer";
      case FLOAT -> "number";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
    };
  }
}
