package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.parse.yaml.tree.CoreNumbers;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.NearestName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keywords for numbers and texts, and those that list values. */
final class ScalarKeywords {

  private static final int MOST_LISTED = 8;
  private static final int SHORTEST = 3;

  private ScalarKeywords() {}

  /** {@code enum} and {@code const}. */
  static Outcome listed(String keyword, YamlNode operand, Instance value, Evaluation evaluation) {
    if (keyword.equals("const")) {
      if (!evaluation.source().hasJsonSchema()) {
        return Outcome.UNKNOWN;
      }
      Outcome outcome = equal(operand, value.node());
      return outcome == Outcome.INVALID
          ? evaluation.report(
              SchemaViolation.of("const", value, "is %s and must be %s", value.node(), operand))
          : outcome;
    }
    if (!(operand instanceof Sequence list)) {
      return Outcome.UNKNOWN;
    }
    Outcome best = Outcome.INVALID;
    for (YamlNode item : list.items()) {
      Outcome outcome = equal(item, value.node());
      best = outcome.compareTo(best) < 0 ? outcome : best;
      if (best == Outcome.VALID) {
        return best;
      }
    }
    return best == Outcome.INVALID ? evaluation.report(unlisted(value, list)) : best;
  }

  private static SchemaViolation unlisted(Instance value, Sequence list) {
    List<String> words = new ArrayList<>();
    for (YamlNode item : list.items()) {
      if (item instanceof Scalar scalar) {
        String text = scalar.text().isEmpty() ? "\"\"" : scalar.text();
        words.add(scalar.isNull() ? "null" : text);
      }
    }
    String hint =
        JsonValue.isText(value.node()) && value.node() instanceof Scalar scalar
            ? hint(scalar.text(), words)
            : "";
    boolean isLong = words.size() > MOST_LISTED;
    String shown = String.join(", ", isLong ? words.subList(0, MOST_LISTED) : words);
    return SchemaViolation.of(
        "enum",
        value,
        words.size() == 1 ? "is %s and must be %s%s" : "is %s, not one of %s%s",
        value.node(),
        shown + (isLong ? ", ..." : ""),
        hint);
  }

  /** What may have been meant by a word that is not too short to tell. */
  static String hint(String word, List<String> words) {
    return word.length() < SHORTEST ? "" : NearestName.hint(word, words);
  }

  /** Equal as JSON; a text that reads like the number of the other is a fault of the list. */
  private static Outcome equal(YamlNode listed, YamlNode value) {
    if (listed instanceof Scalar one && value instanceof Scalar other) {
      boolean isAlike = one.text().equals(other.text());
      if (JsonValue.isText(one) && JsonValue.isText(other)) {
        return Outcome.of(isAlike);
      }
      if (isAlike && !JsonValue.canonical(one).equals(JsonValue.canonical(other))) {
        return Outcome.UNKNOWN;
      }
    }
    Optional<String> one = JsonValue.canonical(listed);
    Optional<String> other = JsonValue.canonical(value);
    return one.isEmpty() || other.isEmpty() ? Outcome.UNKNOWN : Outcome.of(one.equals(other));
  }

  /** The keywords for numbers. */
  static Outcome number(
      String keyword, YamlNode operand, Instance value, Mapping schema, Evaluation evaluation) {
    if (!CoreNumbers.isNumber(value.node())) {
      return Outcome.VALID;
    }
    boolean isFlag = JsonValue.isTruth(operand, true) || JsonValue.isTruth(operand, false);
    if (isFlag && keyword.startsWith("exclusive")) {
      return evaluation.source().hasJsonSchema() ? Outcome.UNKNOWN : Outcome.VALID;
    }
    Optional<BigDecimal> number = CoreNumbers.of(value.node());
    Optional<BigDecimal> limit = CoreNumbers.of(operand);
    if (number.isEmpty() || limit.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (keyword.equals("multipleOf")) {
      return limit.get().signum() <= 0 || number.get().remainder(limit.get()).signum() == 0
          ? Outcome.VALID
          : evaluation.report(
              SchemaViolation.of(
                  keyword, value, "is %s, which is no multiple of %s", value.node(), operand));
    }
    return limit(keyword, number.get().compareTo(limit.get()), operand, value, schema, evaluation);
  }

  private static Outcome limit(
      String keyword,
      int compared,
      YamlNode operand,
      Instance value,
      Mapping schema,
      Evaluation evaluation) {
    boolean isLower = keyword.endsWith("inimum");
    String flag = isLower ? "exclusiveMinimum" : "exclusiveMaximum";
    Optional<YamlNode> exclusive = schema.find(flag);
    boolean isExclusive =
        keyword.startsWith("exclusive")
            || (exclusive.isPresent() && JsonValue.isTruth(exclusive.get(), true));
    boolean isWithin = isLower ? compared > 0 : compared < 0;
    if (isWithin || (compared == 0 && !isExclusive)) {
      return Outcome.VALID;
    }
    String than = isExclusive ? (isLower ? "more than" : "less than") : "at ";
    String most = isExclusive ? " " : isLower ? "least " : "most ";
    return evaluation.report(
        SchemaViolation.of(
            keyword, value, "is %s and must be " + than + most + "%s", value.node(), operand));
  }

  /** The keywords for texts; {@code format} for numbers too. */
  static Outcome text(String keyword, YamlNode operand, Instance value, Evaluation evaluation) {
    if (!(value.node() instanceof Scalar scalar) || !(operand instanceof Scalar asked)) {
      return operand instanceof Scalar ? Outcome.VALID : Outcome.UNKNOWN;
    }
    if (keyword.equals("format")) {
      return format(asked, scalar, value, evaluation);
    }
    if (!JsonValue.isText(scalar)) {
      return Outcome.VALID;
    }
    return keyword.equals("pattern")
        ? pattern(asked, scalar, value, evaluation)
        : length(keyword, asked, scalar, value, evaluation);
  }

  private static Outcome pattern(
      Scalar asked, Scalar scalar, Instance value, Evaluation evaluation) {
    Optional<EcmaPattern> pattern = evaluation.source().pattern(asked);
    Outcome outcome = pattern.isEmpty() ? Outcome.UNKNOWN : pattern.get().find(scalar.text());
    return outcome == Outcome.INVALID
        ? evaluation.report(
            SchemaViolation.of("pattern", value, "is %s and must match %s", scalar, asked.text()))
        : outcome;
  }

  private static Outcome length(
      String keyword, Scalar asked, Scalar scalar, Instance value, Evaluation evaluation) {
    Optional<Integer> limit = Digits.number(asked.text());
    if (limit.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    int length = scalar.text().codePointCount(0, scalar.text().length());
    boolean isMost = keyword.equals("maxLength");
    if (isMost ? length <= limit.get() : length >= limit.get()) {
      return Outcome.VALID;
    }
    return evaluation.report(
        SchemaViolation.of(
            keyword,
            value,
            isMost ? "has %s and may have %s at most" : "has %s and must have at least %s",
            length == 1 ? "1 character" : length + " characters",
            limit.get()));
  }

  private static Outcome format(
      Scalar format, Scalar scalar, Instance value, Evaluation evaluation) {
    Outcome outcome = Outcome.VALID;
    if (JsonValue.isText(scalar)) {
      outcome = Formats.ofText(format.text(), scalar.text());
    } else if (CoreNumbers.isNumber(scalar)) {
      Optional<BigDecimal> number = CoreNumbers.of(scalar);
      outcome = number.isEmpty() ? Outcome.UNKNOWN : Formats.ofNumber(format.text(), number.get());
    }
    if (outcome != Outcome.INVALID) {
      return outcome;
    }
    boolean isLocal =
        format.text().equals("date-time")
            && Formats.ofText("date-time", scalar.text() + 'Z') == Outcome.VALID;
    return evaluation.report(
        SchemaViolation.of(
            "format",
            value,
            "is %s, which is no %s%s",
            scalar,
            format.text(),
            isLocal ? ": it lacks an offset, such as Z" : ""));
  }
}
