package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.ExampleObject;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An example shows one value: here or in a file of its own, and not nowhere. */
@RuleInfo(
    id = "openapi/example-value-conflict",
    title = "Example has both or neither kind of value",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {
      "spectral:oas3-examples-value-or-externalValue",
      "spectral:oas3-schema",
      "redocly:no-example-value-and-externalValue",
      "redocly:spec-example-values",
      "vacuum:oas3-example-external-check",
      "vacuum:oas3-schema"
    })
public final class ExampleValueConflict extends OpenApiRule {

  private static final List<String> BEFORE_3_2 = List.of("value", "externalValue");
  private static final List<String> ALL =
      List.of("value", "externalValue", "dataValue", "serializedValue");

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.EXAMPLE);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (Entries.isOpen(object, api) || ExampleObject.isBare(object.node())) {
      return;
    }
    boolean isNew = api.version().equals(Optional.of(OpenApiVersion.V3_2));
    List<String> kinds = isNew ? ALL : BEFORE_3_2;
    Optional<Scalar> first = Optional.empty();
    boolean isExtended = false;
    for (Entry entry : object.node().entries()) {
      if (entry.key() instanceof Scalar key) {
        isExtended |= key.text().startsWith("x-") || ALL.contains(key.text());
        if (kinds.contains(key.text())) {
          if (first.isPresent() && isConflict(first.get().text(), key.text())) {
            both(object, first.get(), key, context);
            return;
          }
          first = first.isPresent() ? first : Optional.of(key);
        }
      }
    }
    if (first.isEmpty() && !isExtended) {
      context.report(
          Finding.at(
              object.anchor(),
              object.key(),
              "the example %s has neither value nor externalValue",
              object.name()));
    }
  }

  /** A value as data may have its written form beside it. */
  private static boolean isConflict(String one, String other) {
    if (one.equals("value") || other.equals("value")) {
      return !one.equals(other);
    }
    return !one.equals(other) && !one.equals("dataValue") && !other.equals("dataValue");
  }

  private static void both(OpenApiObject object, Scalar first, Scalar second, RuleContext context) {
    context.report(
        Finding.at(
                object.anchor().child(second.text()),
                second.slice(),
                "the example %s has %s and %s: only one of them may be there",
                object.name(),
                first.text(),
                second.text())
            .related(first.slice(), "the other one"));
  }
}
