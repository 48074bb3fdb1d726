package dev.plimsoll.project;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values for which a step of a CI workflow runs once: those of its matrix, and the item of a
 * loop.
 */
final class CiValues {

  private static final Pattern MATRIX =
      Pattern.compile("\\$\\{\\{\\s*matrix\\.([A-Za-z0-9_.-]+)\\s*\\}\\}");

  private static final Pattern HERE =
      Pattern.compile(
          "^(\\$\\{\\{\\s*github\\.workspace\\s*\\}\\}|\\$GITHUB_WORKSPACE|\\$PWD)(/|$)");

  private final Map<String, Scalar> run;
  private final String variable;
  private final Optional<Slice> item;
  private Optional<Slice> place = Optional.empty();

  /**
   * @param run the values of the matrix by the paths to them
   * @param variable of the loop; empty where there is none
   */
  CiValues(Map<String, Scalar> run, String variable, Optional<Slice> item) {
    this.run = run;
    this.variable = variable;
    this.item = item;
  }

  /** A text with the values in it; what is not known stays as it is written. */
  String fill(String written) {
    String text = HERE.matcher(written).replaceFirst("./");
    Matcher matcher = MATRIX.matcher(text);
    StringBuilder filled = new StringBuilder();
    int copied = 0;
    while (matcher.find()) {
      Scalar value = run.get(matcher.group(1));
      if (value != null) {
        filled.append(text, copied, matcher.start()).append(value.text());
        copied = matcher.end();
        note(value.slice());
      }
    }
    text = filled.append(text, copied, text.length()).toString();
    if (item.isPresent()) {
      String before = text;
      String value = item.get().text().replace("\"", "").replace("'", "");
      text = text.replace("${" + variable + "}", value);
      text =
          Pattern.compile("\\$" + variable + "(?![A-Za-z0-9_])")
              .matcher(text)
              .replaceAll(Matcher.quoteReplacement(value));
      if (!text.equals(before)) {
        note(item.get());
      }
    }
    return text;
  }

  private void note(Slice value) {
    place = place.isPresent() ? place : Optional.of(value);
  }

  /** The first value that was put into a text. */
  Optional<Slice> place() {
    return place;
  }

  /** Whether nothing is left open in a text. */
  static boolean isClear(String text) {
    return !text.isEmpty()
        && text.indexOf('$') < 0
        && text.indexOf('{') < 0
        && text.indexOf('`') < 0;
  }
}
