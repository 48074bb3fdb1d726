package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.NewYaml;
import java.util.List;

/** The members of problem details (RFC 9457, section 3.1). */
final class ProblemMembers {

  static final List<String> ALL = List.of("type", "title", "status", "detail", "instance");

  private ProblemMembers() {}

  /** The type of a member's values; empty for one of no standard. */
  static String type(String member) {
    if (member.equals("status")) {
      return "integer";
    }
    return ALL.contains(member) ? "string" : "";
  }

  /** Whether a shape is theirs by its members, whatever media type it has. */
  static boolean isProblem(ErrorShape shape) {
    return shape.isKnown()
        && shape.has("title")
        && shape.has("status")
        && (shape.has("type") || shape.has("detail"))
        && (!shape.has("type") || isText(shape.of("type")))
        && isText(shape.of("title"));
  }

  private static boolean isText(ErrorShape member) {
    return member.isText() || member.isAny();
  }

  /** The schema of a member. */
  static NewYaml schema(String member) {
    return switch (member) {
      case "type" -> text("uri-reference", "Names the kind of problem.");
      case "instance" -> text("uri-reference", "Names this occurrence of the problem.");
      case "status" ->
          NewYaml.mapping(
              NewYaml.pair("type", NewYaml.text("integer")),
              NewYaml.pair("description", NewYaml.text("The HTTP status code.")));
      case "title" -> text("", "Says what kind of problem it is.");
      default -> text("", "Says what went wrong this time.");
    };
  }

  private static NewYaml text(String format, String description) {
    NewYaml.Pair type = NewYaml.pair("type", NewYaml.text("string"));
    NewYaml.Pair told = NewYaml.pair("description", NewYaml.text(description));
    return format.isEmpty()
        ? NewYaml.mapping(type, told)
        : NewYaml.mapping(type, NewYaml.pair("format", NewYaml.text(format)), told);
  }
}
