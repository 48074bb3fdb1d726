package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Digits;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keywords for lists. */
final class ListKeywords {

  private final Instance value;
  private final List<YamlNode> items;
  private final Mapping schema;
  private final Evaluation evaluation;

  ListKeywords(Instance value, Sequence list, Mapping schema, Evaluation evaluation) {
    this.value = value;
    this.items = list.items();
    this.schema = schema;
    this.evaluation = evaluation;
  }

  Outcome check(String keyword, YamlNode operand) {
    return switch (keyword) {
      case "items" -> items(operand);
      case "prefixItems" -> prefix(operand);
      case "uniqueItems" -> JsonValue.isTruth(operand, true) ? unique() : Outcome.VALID;
      case "contains" -> contains(operand);
      default -> count(keyword, operand);
    };
  }

  private Outcome items(YamlNode operand) {
    if (operand instanceof Sequence) {
      return Outcome.UNKNOWN;
    }
    Optional<YamlNode> prefix = schema.find("prefixItems");
    int from =
        prefix.isPresent() && prefix.get() instanceof Sequence list ? list.items().size() : 0;
    Outcome outcome = Outcome.VALID;
    for (int i = from; i < items.size(); i++) {
      YamlNode item = items.get(i);
      outcome = outcome.and(evaluation.check(value.item(i, item, operand), operand));
    }
    return outcome;
  }

  private Outcome prefix(YamlNode operand) {
    if (!(operand instanceof Sequence prefix) || !evaluation.source().hasJsonSchema()) {
      return Outcome.UNKNOWN;
    }
    Outcome outcome = Outcome.VALID;
    for (int i = 0; i < items.size() && i < prefix.items().size(); i++) {
      YamlNode below = prefix.items().get(i);
      outcome = outcome.and(evaluation.check(value.item(i, items.get(i), below), below));
    }
    return outcome;
  }

  private Outcome contains(YamlNode operand) {
    if (!evaluation.source().hasJsonSchema() || schema.find("minContains").isPresent()) {
      return Outcome.UNKNOWN;
    }
    Outcome best = Outcome.INVALID;
    for (int i = 0; i < items.size() && best != Outcome.VALID; i++) {
      Instance item = value.item(i, items.get(i), operand);
      Outcome outcome = evaluation.branch(item, operand).outcome();
      best = outcome.compareTo(best) < 0 ? outcome : best;
    }
    return best == Outcome.INVALID
        ? evaluation.report(
            SchemaViolation.of("contains", value, "has no item of the kind that it must contain"))
        : best;
  }

  private Outcome count(String keyword, YamlNode operand) {
    Optional<Integer> limit =
        operand instanceof Scalar scalar ? Digits.number(scalar.text()) : Optional.empty();
    if (limit.isEmpty() || evaluation.source().isCut(value.node())) {
      return Outcome.UNKNOWN;
    }
    boolean isMost = keyword.equals("maxItems");
    if (isMost ? items.size() <= limit.get() : items.size() >= limit.get()) {
      return Outcome.VALID;
    }
    return evaluation.report(
        SchemaViolation.of(
            keyword,
            value,
            isMost ? "has %s and may have %s at most" : "has %s and must have at least %s",
            items.size() == 1 ? "1 item" : items.size() + " items",
            limit.get()));
  }

  private Outcome unique() {
    Set<String> seen = new HashSet<>();
    Outcome outcome = Outcome.VALID;
    for (YamlNode item : items) {
      Optional<String> text = JsonValue.canonical(item);
      if (text.isEmpty()) {
        outcome = Outcome.UNKNOWN;
      } else if (!seen.add(text.get())) {
        return evaluation.report(
            SchemaViolation.at("uniqueItems", value, item.slice(), "must not have %s twice", item));
      }
    }
    return outcome;
  }
}
