package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.schema.JsonValue;
import dev.plimsoll.parse.yaml.tree.CoreNumbers;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One of the two was to be another value, or generators make two constants of one name. */
@RuleInfo(
    id = "openapi/enum-duplicate",
    title = "Enum value is repeated",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:duplicated-entry-in-enum",
      "vacuum:duplicated-entry-in-enum",
      "spectral:oas2-schema",
      "redocly:no-duplicated-enum-values"
    })
public final class EnumDuplicate extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> values = object.find("enum");
    if (values.isEmpty() || !(values.get() instanceof Sequence list) || list.items().size() < 2) {
      return;
    }
    Map<String, Slice> first = new HashMap<>();
    for (YamlNode item : list.items()) {
      Optional<String> value =
          item instanceof Scalar scalar ? Optional.of(written(scalar)) : JsonValue.canonical(item);
      Slice known = value.isEmpty() ? null : first.putIfAbsent(value.get(), item.slice());
      if (known != null) {
        report(item, known, list, object, api, context);
      }
    }
  }

  /** The same for equal values alone. */
  private static String written(Scalar value) {
    Optional<BigDecimal> number = CoreNumbers.of(value);
    if (number.isPresent()) {
      return "number " + number.get().stripTrailingZeros();
    }
    CoreSchema.Type type = CoreSchema.type(value);
    return switch (type) {
      case TEXT -> "text " + value.properties().tag().orElse("") + ' ' + value.text();
      case BOOLEAN -> "truth " + Character.toLowerCase(value.text().charAt(0));
      case NULL -> "null";
      case INTEGER, FLOAT -> "spelled " + value.text();
    };
  }

  private static void report(
      YamlNode value,
      Slice known,
      Sequence list,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    Anchor anchor = object.anchor().child("enum");
    Finding finding =
        Finding.at(anchor, Judge.keyOf(value), "%s stands twice in this enum", name(value))
            .related(known, "the first one");
    if (!hasParallelList(object)) {
      OpenApiFile file = api.file(object);
      finding =
          finding.withFix(
              Fix.unsafe(
                      "List it once",
                      YamlEdits.of(file.yaml(), file.source()).removeItem(list, value))
                  .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor)));
    }
    context.report(finding);
  }

  private static String name(YamlNode value) {
    if (value instanceof Scalar scalar) {
      return scalar.text().isEmpty() ? scalar.slice().text() : scalar.text();
    }
    return value instanceof Sequence ? "a list" : "a mapping";
  }

  /** Whether names or descriptions of the values are counted along with them. */
  private static boolean hasParallelList(OpenApiObject object) {
    for (Entry entry : object.node().entries()) {
      if (entry.key() instanceof Scalar key
          && key.text().startsWith("x-")
          && entry.value() instanceof Sequence) {
        return true;
      }
    }
    return false;
  }
}
