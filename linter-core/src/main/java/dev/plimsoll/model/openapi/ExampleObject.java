package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.NearestName;
import java.util.List;
import java.util.Set;

/** What members of {@code examples} are like. */
public final class ExampleObject {

  private static final List<String> VALUES =
      List.of("value", "externalValue", "dataValue", "serializedValue");
  private static final Set<String> OTHERS = Set.of("summary", "description", "$ref");

  private ExampleObject() {}

  /** Whether it is the example itself, where an object with the example in it should stand. */
  public static boolean isBare(Mapping example) {
    boolean isStrange = false;
    for (Entry entry : example.entries()) {
      if (!(entry.key() instanceof Scalar key) || key.text().equals("<<")) {
        return false;
      }
      String name = key.text();
      if (VALUES.contains(name)
          || name.equals("$ref")
          || NearestName.of(name, VALUES).isPresent()) {
        return false;
      }
      isStrange |= !OTHERS.contains(name) && !name.startsWith("x-");
    }
    return isStrange;
  }
}
