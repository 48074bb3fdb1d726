package dev.plimsoll.parse.yaml;

import java.util.Optional;

/** Says in plain words what the library means by its commonest errors. */
final class YamlMessages {

  private YamlMessages() {}

  static String message(String context, String problem) {
    if (speaksOfKey(problem)) {
      return "no key can stand here: quote the text before the colon, or mend the indentation";
    }
    if (speaksOfIndentation(problem)) {
      return "this line's indentation fits none of the lines above";
    }
    if (problem.contains("cannot start any token")) {
      return problem.contains("TAB")
          ? "a tab cannot indent YAML: use spaces"
          : "an unquoted text cannot begin with this character: quote it";
    }
    if (problem.startsWith("could not find expected ':'")) {
      return "no key and no part of the text above: a colon, with a blank behind it, is missing";
    }
    if (problem.startsWith("found undefined tag handle")) {
      return "this tag's handle is not declared";
    }
    if (isUnclosed(problem)) {
      return has(context, "quoted") ? "this quote is never closed" : "this bracket is never closed";
    }
    if (problem.startsWith("expected ',' or")) {
      return "a comma or a closing bracket is missing before this";
    }
    int end = problem.indexOf('\n');
    return end < 0 ? problem : problem.substring(0, end);
  }

  /** Whether an error is better shown where the thing began than where the reader gave up. */
  static boolean speaksOfTheStart(String context, String problem) {
    return (isUnclosed(problem) && (has(context, "quoted") || has(context, "flow")))
        || problem.startsWith("could not find expected ':'");
  }

  /** Whether an error is that a bracket is open at the end. */
  static boolean speaksOfBracket(String context, String problem) {
    return isUnclosed(problem) && !has(context, "quoted");
  }

  /** Whether an error is that a colon stands where no key can be. */
  static boolean speaksOfKey(String problem) {
    return problem.startsWith("mapping values are not allowed");
  }

  /** Whether an error is that a line stands further in or out than any before it. */
  static boolean speaksOfIndentation(String problem) {
    return problem.startsWith("expected <block end>");
  }

  /** Whether an error is that a text stands where none can. */
  static boolean speaksOfScalar(String problem) {
    return problem.startsWith("expected <block end>, but found '<scalar>'")
        || problem.startsWith("expected '<document start>'");
  }

  private static boolean isUnclosed(String problem) {
    return problem.contains("unexpected end of stream")
        || problem.contains("got <stream end>")
        || problem.contains("found '<stream end>'");
  }

  private static boolean has(String context, String word) {
    return Optional.ofNullable(context).orElse("").contains(word);
  }
}
