package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.CoreNumbers;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Digits;
import java.math.BigDecimal;
import java.util.Optional;

/** No value passes: each request is refused, or the bound is not checked at all. */
@RuleInfo(
    id = "openapi/schema-bounds-invalid",
    title = "Schema bounds are inverted or impossible",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101",
      "vacuum:oas-schema-check",
      "zally:S007"
    })
public final class SchemaBoundsInvalid extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    for (Entry entry : object.node().entries()) {
      if (!(entry.key() instanceof Scalar key)) {
        continue;
      }
      switch (key.text()) {
        case "minLength" -> count(entry, "maxLength", object, context);
        case "minItems" -> count(entry, "maxItems", object, context);
        case "minProperties" -> count(entry, "maxProperties", object, context);
        case "minContains" -> count(entry, "maxContains", object, context);
        case "maxLength", "maxItems", "maxProperties", "maxContains" ->
            isCount(entry, object, context);
        case "multipleOf" -> step(entry, object, context);
        case "minimum", "exclusiveMinimum" -> range(entry, object, context);
        default -> {}
      }
    }
  }

  private static void count(Entry least, String most, OpenApiObject object, RuleContext context) {
    Optional<YamlNode> other = object.find(most);
    if (!isCount(least, object, context) || other.isEmpty()) {
      return;
    }
    Optional<BigDecimal> from = CoreNumbers.of(least.value());
    Optional<BigDecimal> to = CoreNumbers.of(other.get());
    if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
      report(least, most, other.get(), "is more than", object, context);
    }
  }

  private static boolean isCount(Entry entry, OpenApiObject object, RuleContext context) {
    if (entry.value() instanceof Scalar scalar && Digits.areAll(scalar.text())) {
      return true;
    }
    Optional<BigDecimal> number = CoreNumbers.of(entry.value());
    if (number.isEmpty() || (number.get().signum() >= 0 && CoreNumbers.isWhole(number.get()))) {
      return true;
    }
    String keyword = ((Scalar) entry.key()).text();
    context.report(
        Finding.at(
            object.anchor().child(keyword),
            entry.value().slice(),
            "%s is %s and must be a whole number from 0 on",
            keyword,
            entry.value().slice()));
    return false;
  }

  private static void step(Entry entry, OpenApiObject object, RuleContext context) {
    Optional<BigDecimal> number = CoreNumbers.of(entry.value());
    if (number.isPresent() && number.get().signum() <= 0) {
      context.report(
          Finding.at(
              object.anchor().child("multipleOf"),
              entry.value().slice(),
              "multipleOf is %s and must be more than 0",
              entry.value().slice()));
    }
  }

  private static void range(Entry least, OpenApiObject object, RuleContext context) {
    Optional<BigDecimal> from = CoreNumbers.of(least.value());
    if (from.isEmpty()) {
      return;
    }
    boolean isOpen = isExclusive(least, object, "exclusiveMinimum");
    for (Entry most : object.node().entries()) {
      String keyword = most.key() instanceof Scalar key ? key.text() : "";
      if (!keyword.equals("maximum") && !keyword.equals("exclusiveMaximum")) {
        continue;
      }
      Optional<BigDecimal> to = CoreNumbers.of(most.value());
      int order = to.isPresent() ? from.get().compareTo(to.get()) : -1;
      if (order > 0) {
        report(least, keyword, most.value(), "is more than", object, context);
        return;
      }
      if (order == 0 && (isOpen || isExclusive(most, object, "exclusiveMaximum"))) {
        report(least, keyword, most.value(), "leaves nothing below", object, context);
        return;
      }
    }
  }

  /** Whether the bound itself is outside, in the form of either version. */
  private static boolean isExclusive(Entry entry, OpenApiObject object, String exclusive) {
    return ((Scalar) entry.key()).text().equals(exclusive)
        || Keywords.isTrue(object.node(), exclusive);
  }

  private static void report(
      Entry least,
      String most,
      YamlNode other,
      String how,
      OpenApiObject object,
      RuleContext context) {
    String keyword = ((Scalar) least.key()).text();
    context.report(
        Finding.at(
                object.anchor().child(keyword),
                least.value().slice(),
                "%s %s %s %s %s: no value passes",
                keyword,
                least.value().slice(),
                how,
                most,
                other.slice())
            .related(other.slice(), "%s", most));
  }
}
