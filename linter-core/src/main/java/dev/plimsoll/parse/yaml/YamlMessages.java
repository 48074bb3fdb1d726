package dev.plimsoll.parse.yaml;

import java.util.Optional;

/** Says in plain words what the library means by its commonest errors. */
final class YamlMessages {

  private YamlMessages() {}

  static String message(String context, String problem) {
    if (problem.startsWith("mapping values are not allowed")) {
      return "no key can stand here: quote the text before the colon, or mend the indentation";
    }
    if (problem.startsWith("expected <block end>")) {
      return "this line's indentation fits none of the lines above";
    }
    if (problem.contains("cannot start any token")) {
      return problem.contains("TAB")
          ? "a tab cannot indent YAML: use spaces"
          : "an unquoted text cannot begin with this character: quote it";
    }
    if (isUnclosed(problem)) {
      return has(context, "quoted") ? "this quote is never closed" : "this bracket is never closed";
    }
    int end = problem.indexOf('\n');
    return end < 0 ? problem : problem.substring(0, end);
  }

  /** Whether an error is better shown where the thing began than where the reader gave up. */
  static boolean speaksOfTheStart(String context, String problem) {
    return isUnclosed(problem) && (has(context, "quoted") || has(context, "flow"));
  }

  private static boolean isUnclosed(String problem) {
    return problem.contains("unexpected end of stream") || problem.contains("got <stream end>");
  }

  private static boolean has(String context, String word) {
    return Optional.ofNullable(context).orElse("").contains(word);
  }
}
