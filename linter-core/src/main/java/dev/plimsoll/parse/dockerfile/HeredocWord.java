package dev.plimsoll.parse.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A {@code <<WORD} on an instruction's line; source: BuildKit, {@code parser/parser.go}. */
record HeredocWord(String delimiter, boolean quoted, boolean stripsTabs) {

  /** The heredocs that an instruction's joined text announces, in order. */
  static List<HeredocWord> announcedBy(String instruction) {
    if (!instruction.contains("<<")) {
      return List.of();
    }
    String text = instruction.strip();
    String keyword = firstWord(text);
    String arguments = text.substring(keyword.length()).strip();
    if (keyword.equalsIgnoreCase("ONBUILD")) {
      keyword = firstWord(arguments);
      arguments = arguments.substring(keyword.length()).strip();
    }
    boolean takesHeredocs =
        switch (keyword.toUpperCase(Locale.ROOT)) {
          case "RUN", "COPY", "ADD" -> true;
          default -> false;
        };
    return takesHeredocs && !arguments.startsWith("[") ? find(arguments) : List.of();
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  private static List<HeredocWord> find(String arguments) {
    List<HeredocWord> found = new ArrayList<>();
    int at = 0;
    while (at < arguments.length()) {
      if (Character.isWhitespace(arguments.charAt(at))) {
        at++;
        continue;
      }
      int end = wordEnd(arguments, at);
      if (end < 0) {
        return List.of(); // a lexing failure on the line switches detection off
      }
      HeredocWord word = of(arguments.substring(at, end));
      if (!word.delimiter.isEmpty()) {
        found.add(word);
      }
      at = end;
    }
    return found;
  }

  /** Where the word that starts here ends; -1 for a quote that is never closed. */
  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '\'' || c == '"') {
        at = closing(text, at, c);
        if (at < 0) {
          return -1;
        }
      }
      at++;
    }
    return Math.min(at, text.length());
  }

  private static int closing(String text, int open, char quote) {
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        return i;
      }
    }
    return -1;
  }

  /** The heredoc that a word is, with an empty delimiter if it is none. */
  static HeredocWord of(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    if (!word.startsWith("<<", at)) {
      return new HeredocWord("", false, false);
    }
    at += 2;
    boolean strips = at < word.length() && word.charAt(at) == '-';
    String rest = word.substring(strips ? at + 1 : at);
    if (rest.indexOf('<') >= 0) {
      return new HeredocWord("", false, strips);
    }
    String bare = unquoted(rest);
    return new HeredocWord(bare, !bare.equals(rest), strips);
  }

  private static String unquoted(String word) {
    StringBuilder bare = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && i + 1 < word.length()) {
        bare.append(word.charAt(++i));
      } else {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  /** Whether a body line, given without its LF, ends this heredoc. */
  boolean isTerminator(String line) {
    int start = 0;
    while (stripsTabs && start < line.length() && line.charAt(start) == '\t') {
      start++;
    }
    int end = line.endsWith("\r") ? line.length() - 1 : line.length();
    return line.substring(Math.min(start, end), end).equals(delimiter);
  }
}
