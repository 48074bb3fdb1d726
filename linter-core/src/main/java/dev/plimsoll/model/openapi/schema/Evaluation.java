package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One value judged by one schema. */
final class Evaluation {

  private static final int MOST_STEPS = 20_000;
  private static final int DEEPEST = 64;
  private static final int MOST_FOUND = 200;

  private final SchemaSource source;
  private final Direction direction;
  private List<SchemaViolation> found = new ArrayList<>();
  private int steps;
  private int depth;

  /** What became of one of several schemas. */
  record Branch(YamlNode schema, Outcome outcome, List<SchemaViolation> violations) {
    Branch {
      violations = List.copyOf(violations);
    }
  }

  Evaluation(SchemaSource source, Direction direction) {
    this.source = source;
    this.direction = direction;
  }

  List<SchemaViolation> found() {
    return found;
  }

  SchemaSource source() {
    return source;
  }

  Direction direction() {
    return direction;
  }

  Outcome report(SchemaViolation violation) {
    if (found.size() < MOST_FOUND && !isKnown(violation)) {
      found.add(violation);
    }
    return Outcome.INVALID;
  }

  /** Whether another of the schemas that are put together says the same. */
  private boolean isKnown(SchemaViolation violation) {
    for (SchemaViolation other : found) {
      if (other.place().equals(violation.place())
          && other.keyword().equals(violation.keyword())
          && other.arguments().equals(violation.arguments())) {
        return true;
      }
    }
    return false;
  }

  /** Judges without reporting. */
  Branch branch(Instance value, YamlNode schema) {
    List<SchemaViolation> before = found;
    found = new ArrayList<>();
    Outcome outcome = check(value, schema);
    Branch branch = new Branch(schema, outcome, found);
    found = before;
    return branch;
  }

  /** Judges a value, and reports what is wrong. */
  Outcome check(Instance value, YamlNode schema) {
    steps++;
    if (steps > MOST_STEPS
        || depth > DEEPEST
        || !source.takeStep()
        || !JsonValue.isKnown(value.node())) {
      return Outcome.UNKNOWN;
    }
    if (!(schema instanceof Mapping mapping)) {
      return source.hasJsonSchema() ? truth(value, schema) : Outcome.UNKNOWN;
    }
    depth++;
    Outcome outcome = mapping(value, mapping);
    depth--;
    return outcome;
  }

  private Outcome truth(Instance value, YamlNode schema) {
    if (JsonValue.isTruth(schema, false)) {
      return report(SchemaViolation.at("false", value, value.key(), "must not be there at all"));
    }
    return JsonValue.isTruth(schema, true) ? Outcome.VALID : Outcome.UNKNOWN;
  }

  private Outcome mapping(Instance value, Mapping schema) {
    if (schema.find("<<").isPresent()) {
      return Outcome.UNKNOWN;
    }
    Optional<YamlNode> reference = schema.find("$ref");
    if (JsonValue.isNull(value.node()) && isNullable(schema)) {
      boolean isSure = reference.isEmpty() && schema.find("type").isPresent();
      return isSure && !source.hasJsonSchema() ? Outcome.VALID : Outcome.UNKNOWN;
    }
    if (reference.isEmpty()) {
      return keywords(value, schema);
    }
    Optional<YamlNode> target = source.target(reference.get());
    Outcome outcome = target.isEmpty() ? Outcome.UNKNOWN : check(value, target.get());
    return source.hasJsonSchema() ? outcome.and(keywords(value, schema)) : outcome;
  }

  /** Tools take it beside {@code $ref} and {@code allOf} too, and from 3.1 on. */
  private static boolean isNullable(Mapping schema) {
    Optional<YamlNode> nullable = schema.find("nullable");
    Optional<YamlNode> extension = schema.find("x-nullable");
    return (nullable.isPresent() && !JsonValue.isTruth(nullable.get(), false))
        || (extension.isPresent() && !JsonValue.isTruth(extension.get(), false));
  }

  private Outcome keywords(Instance value, Mapping schema) {
    Optional<YamlNode> type = schema.find("type");
    if (type.isPresent()) {
      List<String> names = Types.named(type.get());
      Outcome outcome = Types.check(names, value.node());
      if (outcome != Outcome.VALID) {
        return outcome == Outcome.INVALID ? wrongType(value, names) : outcome;
      }
    }
    Outcome outcome = Outcome.VALID;
    for (Entry entry : schema.entries()) {
      if (entry.key() instanceof Scalar key) {
        outcome = outcome.and(keyword(key.text(), entry.value(), value, schema));
      }
    }
    return outcome;
  }

  private Outcome wrongType(Instance value, List<String> names) {
    return report(
        SchemaViolation.of("type", value, "is %s and must be %s", value.node(), Types.label(names))
            .expecting(names));
  }

  private Outcome keyword(String keyword, YamlNode operand, Instance value, Mapping schema) {
    return switch (keyword) {
      case "enum", "const" -> ScalarKeywords.listed(keyword, operand, value, this);
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
          ScalarKeywords.number(keyword, operand, value, schema, this);
      case "minLength", "maxLength", "pattern", "format" ->
          ScalarKeywords.text(keyword, operand, value, this);
      case "required",
          "properties",
          "additionalProperties",
          "patternProperties",
          "unevaluatedProperties",
          "minProperties",
          "maxProperties",
          "propertyNames",
          "dependentRequired",
          "dependentSchemas" ->
          value.node() instanceof Mapping mapping
              ? new ObjectKeywords(value, mapping, schema, this).check(keyword, operand)
              : Outcome.VALID;
      case "items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains" ->
          value.node() instanceof Sequence list
              ? new ListKeywords(value, list, schema, this).check(keyword, operand)
              : Outcome.VALID;
      case "allOf" -> new Composition(value, schema, this).check(keyword, operand);
      case "anyOf", "oneOf", "not", "if" ->
          source.isSwagger()
              ? Outcome.UNKNOWN
              : new Composition(value, schema, this).check(keyword, operand);
      case "$dynamicRef", "$recursiveRef", "dependencies", "additionalItems", "unevaluatedItems" ->
          Outcome.UNKNOWN;
      default -> Outcome.VALID;
    };
  }
}
