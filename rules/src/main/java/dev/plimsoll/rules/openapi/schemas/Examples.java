package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.schema.Direction;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** The values of {@code example} and {@code examples} of an object that has a schema. */
final class Examples {

  private final OpenApiDescription api;
  private final Judge judge;

  Examples(OpenApiDescription api, Judge judge) {
    this.api = api;
    this.judge = judge;
  }

  /** Whether a media type is that of a parameter or a header. */
  boolean isOfParameter(OpenApiObject mediaType) {
    ObjectKind kind = mediaType.parent().orElseThrow().kind();
    return kind == ObjectKind.PARAMETER || kind == ObjectKind.HEADER;
  }

  /** Judges the examples of a media type. */
  void mediaType(OpenApiObject object) {
    Optional<YamlNode> schema = object.find("schema");
    if (schema.isEmpty()) {
      return;
    }
    Optional<YamlNode> example = object.find("example");
    if (example.isPresent() && MediaTypes.isExact(object.name(), example.get())) {
      Slice key = object.keyOf("example").orElse(object.key());
      judge(example.get(), key, schema.get(), direction(object), "the example");
    }
    Optional<YamlNode> examples = object.find("examples");
    if (examples.isPresent() && examples.get() instanceof Mapping named) {
      for (Entry entry : named.entries()) {
        if (entry.key() instanceof Scalar name) {
          named(name, entry.value(), object, schema.get());
        }
      }
    }
  }

  private void named(Scalar name, YamlNode node, OpenApiObject object, YamlNode schema) {
    Optional<Mapping> example = api.resolve(node);
    if (example.isEmpty()) {
      return;
    }
    for (Entry entry : example.get().entries()) {
      if (entry.key() instanceof Scalar key
          && (key.text().equals("value") || key.text().equals("dataValue"))
          && MediaTypes.isExact(object.name(), entry.value())) {
        String label = "the example " + name.text();
        judge(entry.value(), key.slice(), schema, direction(object), label);
      }
    }
  }

  private static Direction direction(OpenApiObject mediaType) {
    return switch (mediaType.parent().orElseThrow().kind()) {
      case REQUEST_BODY -> Direction.REQUEST;
      case RESPONSE -> Direction.RESPONSE;
      default -> Direction.ANY;
    };
  }

  /** Judges one value. */
  void judge(YamlNode value, Slice key, YamlNode schema, Direction direction, String label) {
    judge.judge(new Judge.Case(value, key, schema, direction, label));
  }
}
