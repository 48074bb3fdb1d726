package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.policy.path.PathSyntaxException;
import dev.plimsoll.policy.path.TextPattern;
import java.util.List;
import java.util.Optional;

/** Asks how a name is spelled. */
public final class Casing implements Assertion {

  /** The ways of spelling, by the names that Spectral gives them. */
  public static final List<String> STYLES =
      List.of("camel", "pascal", "kebab", "snake", "cobol", "macro", "flat");

  private final String style;
  private final String example;
  private final TextPattern pattern;

  private Casing(String style, String example, TextPattern pattern) {
    this.style = style;
    this.example = example;
    this.pattern = pattern;
  }

  /** Whether digits may stand in a name. */
  public enum Digits {
    ALLOWED,
    FORBIDDEN
  }

  /**
   * A way of spelling.
   *
   * @param style one of {@link #STYLES}
   * @param separator what may stand between such names, one character or none
   * @param leading whether it may also stand before the first
   */
  public static Casing of(String style, Digits digits, String separator, boolean leading) {
    String d = digits == Digits.ALLOWED ? "0-9" : "";
    String name =
        switch (style) {
          case "camel" -> "[a-z][a-z" + d + "]*(?:[A-Z" + d + "](?:[a-z" + d + "]+|$))*";
          case "pascal" -> "[A-Z][a-z" + d + "]*(?:[A-Z" + d + "](?:[a-z" + d + "]+|$))*";
          case "kebab" -> "[a-z][a-z" + d + "]*(?:-[a-z" + d + "]+)*";
          case "snake" -> "[a-z][a-z" + d + "]*(?:_[a-z" + d + "]+)*";
          case "cobol" -> "[A-Z][A-Z" + d + "]*(?:-[A-Z" + d + "]+)*";
          case "macro" -> "[A-Z][A-Z" + d + "]*(?:_[A-Z" + d + "]+)*";
          default -> "[a-z][a-z" + d + "]*";
        };
    String sign =
        separator.isEmpty() ? "" : "\\x{" + Integer.toHexString(separator.codePointAt(0)) + "}";
    String all =
        sign.isEmpty() ? name : (leading ? sign + "?" : "") + name + "(?:" + sign + name + ")*";
    try {
      return new Casing(style, example(style), TextPattern.of("^(?:" + all + ")$"));
    } catch (PathSyntaxException e) {
      throw new IllegalArgumentException("no style: " + style, e);
    }
  }

  private static String example(String style) {
    return switch (style) {
      case "camel" -> "camelCase";
      case "pascal" -> "PascalCase";
      case "kebab" -> "kebab-case";
      case "snake" -> "snake_case";
      case "cobol" -> "COBOL-CASE";
      case "macro" -> "MACRO_CASE";
      default -> "flatcase";
    };
  }

  @Override
  public void judge(Target target, Verdicts verdicts) {
    Optional<Scalar> scalar = target.scalar();
    if (scalar.isPresent()
        && !scalar.get().text().isEmpty()
        && !pattern.matches(scalar.get().text())) {
      Assertion.failAs(target, verdicts, "must be in %s", example);
    }
  }

  @Override
  public String toString() {
    return style;
  }
}
