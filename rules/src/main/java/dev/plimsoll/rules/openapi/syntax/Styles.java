package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import java.util.List;
import java.util.Optional;

/** How the value of a parameter is written: not each way goes with each place. */
final class Styles {

  private static final List<String> OF_PATHS = List.of("matrix", "label", "simple");
  private static final List<String> OF_QUERIES =
      List.of("form", "spaceDelimited", "pipeDelimited", "deepObject");

  private Styles() {}

  /** Judges the style of a parameter, or its format of lists in Swagger. */
  static void judge(OpenApiObject parameter, OpenApiVersion version, RuleContext context) {
    String field = version == OpenApiVersion.V2_0 ? "collectionFormat" : "style";
    Optional<Scalar> style = parameter.scalar(field);
    if (style.isEmpty() || parameter.find("content").isPresent()) {
      return; // beside a media type it means nothing
    }
    String in = parameter.text("in");
    List<String> allowed =
        version == OpenApiVersion.V2_0 ? formats(in, style.get().text()) : styles(in, version);
    if (!allowed.isEmpty()
        && !allowed.contains(style.get().text())
        && isKnown(style.get().text(), version)) {
      context.report(
          Finding.at(
              parameter.anchor().child(field),
              style.get().slice(),
              "%s is %s, and a %s parameter takes %s",
              field,
              style.get().text(),
              in,
              oneOf(allowed)));
    }
  }

  /** Those of a place; none where nothing is known of it. */
  private static List<String> styles(String in, OpenApiVersion version) {
    return switch (in) {
      case "path" -> OF_PATHS;
      case "query" -> OF_QUERIES;
      case "header" -> List.of("simple");
      case "cookie" -> version == OpenApiVersion.V3_2 ? List.of("form", "cookie") : List.of("form");
      default -> List.of();
    };
  }

  /** Only one of them repeats the parameter, which a path or a header cannot. */
  private static List<String> formats(String in, String format) {
    boolean isRepeated = format.equals("multi") && (in.equals("path") || in.equals("header"));
    return isRepeated ? List.of("csv", "ssv", "tsv", "pipes") : List.of();
  }

  /** Whether it is one at all: any other word is reported as such. */
  private static boolean isKnown(String style, OpenApiVersion version) {
    return version == OpenApiVersion.V2_0
        || OF_PATHS.contains(style)
        || OF_QUERIES.contains(style)
        || (version == OpenApiVersion.V3_2 && style.equals("cookie"));
  }

  private static String oneOf(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? "only " + words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
