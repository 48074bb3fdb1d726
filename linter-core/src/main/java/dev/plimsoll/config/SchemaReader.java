package dev.plimsoll.config;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.policy.Typed;
import dev.plimsoll.policy.path.PathSyntaxException;
import dev.plimsoll.policy.path.TextPattern;
import java.util.ArrayList;
import java.util.List;

/** Looks through the JSON Schema of a policy for keywords that nothing would come of. */
final class SchemaReader {

  private static final List<String> SCHEMAS =
      List.of(
          "not",
          "if",
          "then",
          "else",
          "items",
          "contains",
          "additionalProperties",
          "unevaluatedProperties",
          "propertyNames");

  private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "prefixItems");

  private static final List<String> MAPPINGS =
      List.of("properties", "patternProperties", "dependentSchemas");

  private static final List<String> OTHERS =
      List.of(
          "type",
          "enum",
          "const",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "format",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "required",
          "dependentRequired",
          "title",
          "description",
          "default",
          "examples",
          "$comment");

  private final Shapes shapes;
  private final List<String> known = new ArrayList<>(OTHERS);

  SchemaReader(Shapes shapes) {
    this.shapes = shapes;
    known.addAll(SCHEMAS);
    known.addAll(LISTS);
    known.addAll(MAPPINGS);
  }

  void check(YamlNode schema) {
    if (schema instanceof Scalar scalar
        && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      return;
    }
    for (Entry entry : shapes.entries(schema, "a schema", known)) {
      String key = Shapes.key(entry);
      YamlNode value = entry.value();
      if (SCHEMAS.contains(key)) {
        check(value);
      } else if (LISTS.contains(key)) {
        for (YamlNode item : shapes.items(value, Shapes.quoted(key))) {
          check(item);
        }
      } else if (MAPPINGS.contains(key)) {
        for (Entry property : shapes.entries(value, Shapes.quoted(key))) {
          check(property.value());
        }
      } else {
        word(key, value);
      }
    }
  }

  private void word(String key, YamlNode value) {
    if (key.equals("type")) {
      for (YamlNode item : value instanceof Sequence list ? list.items() : List.of(value)) {
        if (item instanceof Scalar type && !Typed.TYPES.contains(type.text())) {
          shapes.noSuch(type, "type", Typed.TYPES);
        }
      }
    } else if (key.equals("pattern") && value instanceof Scalar pattern) {
      try {
        TextPattern.of(pattern.text());
      } catch (PathSyntaxException e) {
        shapes.problem(Shapes.within(pattern, e.offset()), "no regular expression: " + e.reason());
      }
    } else if ((key.equals("enum") || key.equals("required")) && value instanceof Mapping) {
      shapes.wrong(value, Shapes.quoted(key), "a list");
    }
  }
}
