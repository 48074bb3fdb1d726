package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the members of a schema of errors are for, by their names, types and examples. */
final class ErrorMembers {

  private static final int DEEPEST = 3;

  /** One with more is hardly about errors, and nothing is missed in it. */
  private static final int MOST_MEMBERS = 1000;

  private static final Set<String> CODES =
      Set.of(
          "classification",
          "errno",
          "errorclass",
          "errorid",
          "errorkey",
          "errorname",
          "errorreason",
          "errortype",
          "exceptiontype",
          "identifier",
          "key",
          "kind",
          "messageid",
          "messagekey",
          "name",
          "problemtype",
          "reason",
          "slug",
          "type");
  private static final Set<String> STATUSES =
      Set.of("httpcode", "httpstatus", "httpstatuscode", "responsecode", "status", "statuscode");
  private static final Set<String> OUTCOMES =
      Set.of("error", "fail", "failed", "failure", "false", "ok", "success", "true");
  private static final List<String> TEXTS =
      List.of(
          "message",
          "msg",
          "title",
          "detail",
          "description",
          "text",
          "reason",
          "summary",
          "error",
          "explanation",
          "hint",
          "cause",
          "problem",
          "info",
          "issue");
  private static final List<String> NO_TEXTS =
      List.of("code", "id", "type", "key", "class", "status", "url", "uri", "link");
  private static final Set<String> PLACES =
      Set.of(
          "argument",
          "attribute",
          "field",
          "fieldname",
          "fields",
          "loc",
          "location",
          "param",
          "parameter",
          "parameters",
          "params",
          "pointer",
          "property",
          "propertypath",
          "source",
          "target");

  /** By the usual names. */
  static final ErrorMembers USUAL = new ErrorMembers(List.of());

  private final Set<String> more;

  /**
   * @param more names that count beside the usual ones, as {@link #plain} writes them
   */
  ErrorMembers(List<String> more) {
    Set<String> plain = new HashSet<>();
    for (String name : more) {
      plain.add(plain(name));
    }
    this.more = Set.copyOf(plain);
  }

  /** A name in small letters, without what parts its words. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        plain.append(name.charAt(i));
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a program can tell by a member which error it is; not known counts as yes. */
  boolean hasCode(ErrorShape shape) {
    return has(shape, Purpose.CODE, 0, new int[] {MOST_MEMBERS});
  }

  /** Whether a member tells people what went wrong. */
  boolean hasText(ErrorShape shape) {
    return has(shape, Purpose.TEXT, 0, new int[] {MOST_MEMBERS});
  }

  /** Whether a member can tell which of several inputs are wrong. */
  boolean hasPlaces(ErrorShape shape) {
    return has(shape, Purpose.PLACE, 0, new int[] {MOST_MEMBERS});
  }

  /** Whether a shape is one that somebody chose for errors, well or badly. */
  static boolean isChosen(ErrorShape shape) {
    return shape.isObject() && Framework.of(shape).isEmpty() && !Internals.isThrowable(shape);
  }

  private enum Purpose {
    CODE,
    TEXT,
    PLACE
  }

  private boolean has(ErrorShape shape, Purpose purpose, int depth, int[] left) {
    if (!shape.isKnown()) {
      return true;
    }
    for (String name : shape.names()) {
      left[0]--;
      String plain = plain(name);
      ErrorShape member = shape.of(name);
      if (left[0] < 0 || more.contains(plain) || serves(plain, member, purpose)) {
        return true;
      }
      if (depth < DEEPEST
          && (has(member, purpose, depth + 1, left)
              || has(member.items(), purpose, depth + 1, left)
              || has(member.values(), purpose, depth + 1, left))) {
        return true;
      }
    }
    return false;
  }

  private static boolean serves(String plain, ErrorShape member, Purpose purpose) {
    return switch (purpose) {
      case CODE -> isCode(plain, member);
      case TEXT -> isText(plain, member);
      case PLACE -> PLACES.contains(plain) || isCollection(member);
    };
  }

  private static boolean isCollection(ErrorShape member) {
    return member.isList() || member.isMap() || (member.isFreeForm() && !member.types().isEmpty());
  }

  static boolean isText(String plain, ErrorShape member) {
    boolean mayBeText =
        member.types().contains("string")
            || (member.types().isEmpty() && !member.isObject())
            || (member.isList() && member.items().isText())
            || (member.isMap() && !member.values().isObject());
    if (!mayBeText) {
      return false;
    }
    for (String end : NO_TEXTS) {
      if (plain.endsWith(end)) {
        return false;
      }
    }
    for (String text : TEXTS) {
      if (plain.contains(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCode(String plain, ErrorShape member) {
    if (STATUSES.contains(plain)) {
      return member.isText() && !isStatus(member) && !isOutcome(member);
    }
    if (plain.equals("error")) {
      return member.isText() && (member.hasEnum() || areWords(member.examples()));
    }
    if (plain.equals("id")) {
      return member.isText() && !member.examples().isEmpty() && areWords(member.examples());
    }
    boolean isNamedSo =
        plain.endsWith("code")
            || CODES.contains(plain)
            || (plain.endsWith("type") && !plain.endsWith("contenttype"));
    return isNamedSo && !isStatus(member) && !member.types().equals(Set.of("boolean"));
  }

  /** Whether its values only tell that it is an error, or none. */
  private static boolean isOutcome(ErrorShape member) {
    for (YamlNode example : member.examples()) {
      if (!(example instanceof Scalar scalar) || !OUTCOMES.contains(plain(scalar.text()))) {
        return false;
      }
    }
    return !member.examples().isEmpty();
  }

  /** Whether its values are HTTP statuses, as its examples or its description say. */
  static boolean isStatus(ErrorShape member) {
    if (member.examples().isEmpty()) {
      String described = member.description().toLowerCase(Locale.ROOT);
      return described.contains("http") && (described.contains("status") || member.isNumber());
    }
    for (YamlNode example : member.examples()) {
      if (!(example instanceof Scalar scalar) || !isErrorStatus(scalar.text())) {
        return false;
      }
    }
    return true;
  }

  /** Whether it reads as the status of an error, {@code 404}. */
  static boolean isErrorStatus(String text) {
    return text.length() == 3
        && (text.charAt(0) == '4' || text.charAt(0) == '5')
        && Character.isDigit(text.charAt(1))
        && Character.isDigit(text.charAt(2));
  }

  /** Whether each is one word with a letter, as codes are and sentences and keys are not. */
  private static boolean areWords(List<YamlNode> examples) {
    for (YamlNode example : examples) {
      if (!(example instanceof Scalar scalar) || !isWord(scalar.text())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(String text) {
    boolean hasLetter = false;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        return false;
      }
      hasLetter |= Character.isLetter(c);
      digits += Character.isDigit(c) ? 1 : 0;
    }
    return hasLetter && digits < 6;
  }
}
