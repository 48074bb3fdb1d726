package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Validators leave the format out there; generators take one of the two. */
@RuleInfo(
    id = "openapi/format-type-mismatch",
    title = "Format contradicts the schema type",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    aliases = "zally:171")
public final class FormatTypeMismatch extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<Scalar> format = object.scalar("format");
    if (format.isEmpty()) {
      return;
    }
    String meant = meant(format.get().text());
    List<String> types = Keywords.types(object.node());
    if (meant.isEmpty() || types.isEmpty()) {
      return;
    }
    boolean isNumeric = meant.equals("number");
    for (String type : types) {
      boolean fits =
          switch (type) {
            case "string" -> !isNumeric || isSpelled(format.get().text());
            case "integer" -> isNumeric && isWhole(format.get().text());
            case "number" -> isNumeric;
            default -> false;
          };
      if (fits) {
        return;
      }
    }
    String type = types.get(0).equals("null") && types.size() > 1 ? types.get(1) : types.get(0);
    boolean isOfItems = type.equals("array") && object.find("items").isPresent();
    context.report(
        Finding.at(
            object.anchor().child("format"),
            format.get().slice(),
            "format %s is for type %s, not for type %s%s",
            format.get().text(),
            isNumeric && isWhole(format.get().text()) ? "integer" : meant,
            type,
            isOfItems ? ": it belongs in items" : ""));
  }

  /** The type that a well-known format is for; empty for any other format. */
  private static String meant(String format) {
    return switch (format) {
      case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64" -> "number";
      case "float", "double" -> "number";
      case "date", "date-time", "time", "duration" -> "string";
      case "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6" -> "string";
      case "uri", "uri-reference", "uri-template", "iri", "iri-reference" -> "string";
      case "uuid", "json-pointer", "relative-json-pointer", "regex" -> "string";
      case "byte", "binary", "password" -> "string";
      default -> "";
    };
  }

  /** JSON has no whole numbers of 64 bits: many APIs write them as texts. */
  private static boolean isSpelled(String format) {
    return format.equals("int64") || format.equals("uint64");
  }

  private static boolean isWhole(String format) {
    return format.contains("int");
  }
}
