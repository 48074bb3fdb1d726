package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.schema.Direction;
import dev.plimsoll.model.openapi.schema.SchemaViolation;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
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
  static boolean isOfParameter(OpenApiObject mediaType) {
    Optional<OpenApiObject> parent = mediaType.parent();
    return parent.isPresent()
        && (parent.get().kind() == ObjectKind.PARAMETER
            || parent.get().kind() == ObjectKind.HEADER);
  }

  /** Judges the examples of a media type. */
  void mediaType(OpenApiObject object) {
    Optional<YamlNode> schema = object.find("schema");
    if (schema.isEmpty()) {
      return;
    }
    for (Judge.Case one : cases(object, schema.get(), direction(object))) {
      if (MediaTypes.isExact(object.name(), one.value())) {
        judge.judge(one);
      }
    }
  }

  /** Judges the examples of a parameter or a header: values, or what stands for them in a URL. */
  void parameter(OpenApiObject object) {
    Optional<YamlNode> schema = object.find("schema");
    if (schema.isEmpty()) {
      return;
    }
    for (Judge.Case one : cases(object, schema.get(), Direction.ANY)) {
      List<SchemaViolation> violations = new ArrayList<>();
      for (SchemaViolation violation : judge.violations(one)) {
        if (!Judge.isSerialised(violation)) {
          violations.add(violation);
        }
      }
      judge.report(one, violations);
    }
  }

  private List<Judge.Case> cases(OpenApiObject object, YamlNode schema, Direction direction) {
    List<Judge.Case> cases = new ArrayList<>();
    Optional<YamlNode> example = object.find("example");
    if (example.isPresent()) {
      Slice key = object.keyOf("example").orElse(object.key());
      cases.add(new Judge.Case(example.get(), key, schema, direction, "the example"));
    }
    Optional<YamlNode> examples = object.find("examples");
    Optional<Mapping> named = examples.isPresent() ? api.resolve(examples.get()) : Optional.empty();
    if (named.isPresent()) {
      for (Entry entry : named.get().entries()) {
        if (entry.key() instanceof Scalar name) {
          addNamed(name, entry.value(), schema, direction, cases);
        }
      }
    }
    return cases;
  }

  private void addNamed(
      Scalar name, YamlNode node, YamlNode schema, Direction direction, List<Judge.Case> cases) {
    Optional<Mapping> example = api.resolve(node);
    if (example.isEmpty()) {
      return;
    }
    for (Entry entry : example.get().entries()) {
      if (entry.key() instanceof Scalar key
          && (key.text().equals("value") || key.text().equals("dataValue"))) {
        String label = "the example " + name.text();
        cases.add(new Judge.Case(entry.value(), key.slice(), schema, direction, label));
      }
    }
  }

  private static Direction direction(OpenApiObject mediaType) {
    Optional<OpenApiObject> parent = mediaType.parent();
    if (parent.isEmpty()) {
      return Direction.ANY;
    }
    return switch (parent.get().kind()) {
      case REQUEST_BODY -> Direction.REQUEST;
      case RESPONSE -> Direction.RESPONSE;
      default -> Direction.ANY;
    };
  }
}
