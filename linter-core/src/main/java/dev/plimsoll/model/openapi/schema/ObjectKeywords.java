package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keywords for objects. */
final class ObjectKeywords {

  private static final int MOST_NAMED = 5;

  private final Instance value;
  private final Mapping object;
  private final Mapping schema;
  private final Evaluation evaluation;
  private final SchemaSource source;

  ObjectKeywords(Instance value, Mapping object, Mapping schema, Evaluation evaluation) {
    this.value = value;
    this.object = object;
    this.schema = schema;
    this.evaluation = evaluation;
    this.source = evaluation.source();
  }

  Outcome check(String keyword, YamlNode operand) {
    return switch (keyword) {
      case "properties" -> operand instanceof Mapping map ? properties(map) : Outcome.UNKNOWN;
      case "required" -> operand instanceof Sequence list ? required(list) : Outcome.VALID;
      case "additionalProperties" -> additional(operand);
      case "patternProperties" -> operand instanceof Mapping map ? patterned(map) : Outcome.UNKNOWN;
      case "unevaluatedProperties" -> unevaluated(operand);
      case "dependentRequired" ->
          operand instanceof Mapping map ? dependentRequired(map) : Outcome.UNKNOWN;
      case "dependentSchemas" ->
          operand instanceof Mapping map ? dependentSchemas(map) : Outcome.UNKNOWN;
      case "propertyNames" -> Outcome.UNKNOWN;
      default -> count(keyword, operand);
    };
  }

  private Outcome properties(Mapping properties) {
    Outcome outcome = Outcome.VALID;
    for (Entry entry : object.entries()) {
      if (entry.key() instanceof Scalar name) {
        Optional<YamlNode> below = source.find(properties, name.text());
        if (below.isPresent()) {
          outcome = outcome.and(property(name, entry.value(), below.get()));
        }
      } else {
        outcome = outcome.and(Outcome.UNKNOWN);
      }
    }
    return outcome;
  }

  private Outcome property(Scalar name, YamlNode node, YamlNode below) {
    return evaluation.check(value.property(name, node, below), below);
  }

  private Outcome required(Sequence names) {
    List<String> missing = new ArrayList<>();
    Outcome outcome = Outcome.VALID;
    for (YamlNode item : names.items()) {
      if (!(item instanceof Scalar name)) {
        outcome = Outcome.UNKNOWN;
      } else if (source.find(object, name.text()).isEmpty()) {
        Outcome excused = excused(name.text());
        if (excused == Outcome.INVALID) {
          missing.add(name.text());
        }
        outcome = excused == Outcome.UNKNOWN ? Outcome.UNKNOWN : outcome;
      }
    }
    return missing.isEmpty() ? outcome : lacks(missing);
  }

  private Outcome lacks(List<String> missing) {
    if (source.isCut(object)) {
      return Outcome.UNKNOWN;
    }
    return evaluation.report(
        SchemaViolation.at(
            "required", value, value.key(), "lacks %s, which must be there", listed(missing)));
  }

  private static String listed(List<String> names) {
    int shown = Math.min(names.size(), MOST_NAMED);
    StringBuilder text = new StringBuilder(names.get(0));
    for (int i = 1; i < shown; i++) {
      boolean isLast = i == names.size() - 1;
      text.append(isLast ? " and " : ", ").append(names.get(i));
    }
    int more = names.size() - shown;
    return more == 0 ? text.toString() : text + " and " + more + " more";
  }

  /** Whether a property may be missing for it is only read, or only written. */
  private Outcome excused(String name) {
    Optional<YamlNode> properties = schema.find("properties");
    SchemaFamily family = new SchemaFamily(name, source);
    if (properties.isPresent() && properties.get() instanceof Mapping map) {
      family.addDeclared(map);
    }
    if (family.isExcused(evaluation.direction())) {
      return Outcome.VALID;
    }
    family.add(value.schema());
    if (family.isExcused(evaluation.direction())) {
      return Outcome.VALID;
    }
    return family.isKnown() ? Outcome.INVALID : Outcome.UNKNOWN;
  }

  private Outcome additional(YamlNode operand) {
    if (JsonValue.isTruth(operand, true)) {
      return Outcome.VALID;
    }
    Optional<YamlNode> properties = schema.find("properties");
    boolean isOpen =
        (properties.isPresent() && !(properties.get() instanceof Mapping))
            || schema.find("patternProperties").isPresent()
            || !JsonValue.isKnown(object);
    if (isOpen) {
      return Outcome.UNKNOWN;
    }
    Outcome outcome = Outcome.VALID;
    List<Scalar> unknown = new ArrayList<>();
    for (Entry entry : object.entries()) {
      if (!(entry.key() instanceof Scalar name)) {
        outcome = outcome.and(Outcome.UNKNOWN);
      } else if (properties.isEmpty()
          || !(properties.get() instanceof Mapping map)
          || source.find(map, name.text()).isEmpty()) {
        if (JsonValue.isTruth(operand, false)) {
          unknown.add(name);
        } else {
          outcome = outcome.and(property(name, entry.value(), operand));
        }
      }
    }
    return outcome.and(unknown("additionalProperties", unknown));
  }

  /** What another part of the schema declares is a fault of the schema. */
  private Outcome unknown(String keyword, List<Scalar> names) {
    Outcome outcome = Outcome.VALID;
    List<Scalar> strange = new ArrayList<>();
    String hint = "";
    for (Scalar name : names) {
      SchemaFamily family = new SchemaFamily(name.text(), source);
      family.add(value.schema());
      if (!family.isKnown() || family.isDeclared() || family.isDiscriminated()) {
        outcome = Outcome.UNKNOWN;
      } else {
        strange.add(name);
        hint = ScalarKeywords.hint(name.text(), family.names());
      }
    }
    return strange.isEmpty() ? outcome : evaluation.report(strange(keyword, strange, hint));
  }

  private SchemaViolation strange(String keyword, List<Scalar> names, String hint) {
    List<String> texts = new ArrayList<>();
    for (Scalar name : names) {
      texts.add(name.text());
    }
    return SchemaViolation.at(
        keyword,
        value,
        names.get(0).slice(),
        "has %s, which its schema neither knows nor allows%s",
        listed(texts),
        names.size() == 1 ? hint : "");
  }

  private Outcome unevaluated(YamlNode operand) {
    if (JsonValue.isTruth(operand, true)) {
      return Outcome.VALID;
    }
    if (!JsonValue.isTruth(operand, false) || !source.hasJsonSchema()) {
      return Outcome.UNKNOWN;
    }
    List<Scalar> unknown = new ArrayList<>();
    for (Entry entry : object.entries()) {
      if (entry.key() instanceof Scalar name) {
        SchemaFamily family = new SchemaFamily(name.text(), source);
        family.add(schema);
        if (!family.isDeclared()) {
          unknown.add(name);
        }
      }
    }
    return unknown("unevaluatedProperties", unknown);
  }

  private Outcome patterned(Mapping patterns) {
    if (!source.hasJsonSchema()) {
      return Outcome.UNKNOWN;
    }
    Outcome outcome = Outcome.VALID;
    for (Entry pattern : patterns.entries()) {
      Optional<EcmaPattern> compiled = source.pattern(pattern.key());
      for (Entry entry : object.entries()) {
        if (compiled.isEmpty() || !(entry.key() instanceof Scalar name)) {
          outcome = outcome.and(Outcome.UNKNOWN);
        } else if (compiled.get().find(name.text()) == Outcome.VALID) {
          outcome = outcome.and(property(name, entry.value(), pattern.value()));
        }
      }
    }
    return outcome;
  }

  private Outcome dependentRequired(Mapping dependent) {
    Outcome outcome = Outcome.VALID;
    for (Entry entry : dependent.entries()) {
      if (entry.key() instanceof Scalar name
          && entry.value() instanceof Sequence needed
          && source.find(object, name.text()).isPresent()) {
        outcome = outcome.and(required(needed));
      }
    }
    return outcome;
  }

  private Outcome dependentSchemas(Mapping dependent) {
    Outcome outcome = Outcome.VALID;
    for (Entry entry : dependent.entries()) {
      if (entry.key() instanceof Scalar name && source.find(object, name.text()).isPresent()) {
        outcome = outcome.and(evaluation.check(value, entry.value()));
      }
    }
    return outcome;
  }

  private Outcome count(String keyword, YamlNode operand) {
    Optional<Integer> limit =
        operand instanceof Scalar scalar ? Digits.number(scalar.text()) : Optional.empty();
    int size = object.entries().size();
    if (limit.isEmpty() || source.isCut(object)) {
      return Outcome.UNKNOWN;
    }
    boolean isMost = keyword.equals("maxProperties");
    if (isMost ? size <= limit.get() : size >= limit.get()) {
      return Outcome.VALID;
    }
    return evaluation.report(
        SchemaViolation.of(
            keyword,
            value,
            isMost ? "has %s and may have %s at most" : "has %s and must have at least %s",
            size == 1 ? "1 property" : size + " properties",
            limit.get()));
  }
}
