package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.CoreNumbers;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The type refuses the value that the enum lists: no request may have it. */
@RuleInfo(
    id = "openapi/enum-type-mismatch",
    title = "Enum value has another type than the schema",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.SAFE,
    aliases = {
      "spectral:typed-enum",
      "vacuum:typed-enum",
      "redocly:no-enum-type-mismatch",
      "vacuum:oas-schema-check"
    })
public final class EnumTypeMismatch extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> values = object.find("enum");
    if (values.isEmpty() || !(values.get() instanceof Sequence list)) {
      return;
    }
    List<String> types = Keywords.types(object.node());
    if (types.isEmpty() || list.items().isEmpty()) {
      return;
    }
    boolean isNullable =
        Keywords.isTrue(object.node(), "nullable") || Keywords.isTrue(object.node(), "x-nullable");
    List<YamlNode> wrong = new ArrayList<>();
    for (YamlNode value : list.items()) {
      if (!(isNullable && isNull(value)) && !fits(value, types)) {
        wrong.add(value);
      }
    }
    if (wrong.size() == list.items().size() && wrong.size() > 1) {
      reportAll(wrong, types, object, api, context);
      return;
    }
    for (YamlNode value : wrong) {
      report(value, types, object, api, context);
    }
  }

  private static boolean fits(YamlNode value, List<String> types) {
    if (value instanceof Mapping) {
      return types.contains("object");
    }
    if (value instanceof Sequence) {
      return types.contains("array");
    }
    if (value instanceof Alias
        || !(value instanceof Scalar scalar)
        || scalar.properties().tag().isPresent()) {
      return true; // not known
    }
    return switch (CoreSchema.type(scalar)) {
      case TEXT -> types.contains("string");
      case BOOLEAN -> types.contains("boolean");
      case NULL -> types.contains("null");
      case INTEGER -> types.contains("integer") || types.contains("number");
      case FLOAT -> types.contains("number") || (types.contains("integer") && isWhole(scalar));
    };
  }

  private static boolean isWhole(Scalar scalar) {
    Optional<BigDecimal> number = CoreNumbers.of(scalar);
    return number.isEmpty() || CoreNumbers.isWhole(number.get());
  }

  private static boolean isNull(YamlNode value) {
    return value instanceof Scalar scalar && CoreSchema.type(scalar) == CoreSchema.Type.NULL;
  }

  private static void report(
      YamlNode value,
      List<String> types,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    Anchor anchor = object.anchor().child("enum");
    if (isNull(value)) {
      NullFix fix = new NullFix(object, api);
      Finding finding =
          Finding.at(anchor, value.slice(), "null is not of type %s", String.join(" or ", types));
      boolean isFixable =
          object.find("nullable").isEmpty() && fix.addToType(api.version().orElseThrow());
      context.report(isFixable ? finding.withFix(fix.fix("Let the type be null")) : finding);
      return;
    }
    String label = value instanceof Scalar scalar ? CoreSchema.type(scalar).label() : value.kind();
    Finding finding =
        Finding.at(
            anchor,
            value.slice(),
            "%s is %s, and the type is %s",
            value.slice(),
            label,
            String.join(" or ", types));
    Optional<Edit> edit = edit(value, types);
    context.report(
        edit.isPresent() ? finding.withFix(fix(List.of(edit.get()), types, object, api)) : finding);
  }

  /** One finding where all are of another type: then the type is as likely to be wrong. */
  private static void reportAll(
      List<YamlNode> wrong,
      List<String> types,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    boolean isOfItems = types.contains("array") && object.find("items").isPresent();
    Finding finding =
        Finding.at(
            object.anchor().child("enum"),
            object.keyOf("enum").orElseThrow(),
            "none of the values is of type %s%s",
            String.join(" or ", types),
            isOfItems ? ": enum belongs in items" : "");
    if (isOfItems) {
      context.report(moved(finding, object, api));
      return;
    }
    List<Edit> edits = new ArrayList<>();
    for (YamlNode value : wrong) {
      Optional<Edit> edit = edit(value, types);
      if (edit.isPresent()) {
        edits.add(edit.get());
      }
    }
    context.report(
        edits.size() == wrong.size() ? finding.withFix(fix(edits, types, object, api)) : finding);
  }

  private static Finding moved(Finding finding, OpenApiObject object, OpenApiDescription api) {
    Entry values = object.node().entry("enum").orElseThrow();
    if (!(object.find("items").orElseThrow() instanceof Mapping items)
        || items.find("$ref").isPresent()
        || object.kind() != ObjectKind.SCHEMA) {
      return finding;
    }
    OpenApiFile file = api.file(object);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    List<Edit> moves = edits.moveEntry(object.node(), values, edits, items);
    return finding.withFix(
        Fix.unsafe("Move it into items", moves.toArray(new Edit[0]))
            .declaring(
                ModelChange.move(
                    file.name(),
                    object.anchor().child("enum"),
                    file.name(),
                    object.anchor().child("items").child("enum"))));
  }

  /** Quotes for a text, none for a number or a truth value. */
  private static Optional<Edit> edit(YamlNode value, List<String> types) {
    if (!(value instanceof Scalar scalar) || types.size() != 1 || isNull(value)) {
      return Optional.empty();
    }
    if (types.get(0).equals("string")) {
      return Optional.of(Edit.replace(scalar.slice(), '"' + scalar.slice().text() + '"'));
    }
    boolean isMeant =
        CoreSchema.type(scalar) == CoreSchema.Type.TEXT
            && switch (types.get(0)) {
              case "integer" -> isDecimal(scalar.text(), false);
              case "number" -> isDecimal(scalar.text(), true);
              case "boolean" -> scalar.text().equals("true") || scalar.text().equals("false");
              default -> false;
            };
    return isMeant ? Optional.of(Edit.replace(scalar.slice(), scalar.text())) : Optional.empty();
  }

  /** Whether JSON reads it as a number. */
  private static boolean isDecimal(String text, boolean mayBeFraction) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    if (digits.isEmpty()
        || (digits.length() > 1 && digits.startsWith("0") && !digits.startsWith("0."))) {
      return false;
    }
    int dots = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      dots += c == '.' ? 1 : 0;
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    boolean isWhole = dots == 0;
    return isWhole
        || (mayBeFraction && dots == 1 && !digits.startsWith(".") && !digits.endsWith("."));
  }

  private static Fix fix(
      List<Edit> edits, List<String> types, OpenApiObject object, OpenApiDescription api) {
    Anchor anchor = object.anchor().child("enum");
    Edit[] all = edits.toArray(new Edit[0]);
    return types.get(0).equals("string")
        ? Fix.safe(all.length == 1 ? "Put it in quotes" : "Put them in quotes", all)
            .declaring(ModelChange.of(ModelChange.Kind.QUOTING, api.file(object).name(), anchor))
        : Fix.unsafe("Write " + types.get(0) + "s without quotes", all).changing(anchor);
  }
}
