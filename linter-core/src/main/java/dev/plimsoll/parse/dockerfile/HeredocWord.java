package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code <<WORD} on an instruction's line; source: BuildKit, {@code parser/parser.go}.
 *
 * @param word as written
 * @param delimiter the line that ends the body; empty if the word opens no heredoc
 * @param fileDescriptor the number before the signs, 0 if there is none
 */
record HeredocWord(
    String word, String delimiter, int fileDescriptor, boolean quoted, boolean stripsTabs) {

  private static final HeredocWord NONE = new HeredocWord("", "", 0, false, false);

  /**
   * The heredocs that an instruction announces, in order.
   *
   * @param keyword the instruction's, or that of the one within ONBUILD, in upper case
   * @param arguments what follows the keyword's flags
   * @param line the whole joined line: a lexing failure anywhere on it switches detection off
   */
  static List<HeredocWord> announcedBy(String keyword, Slice arguments, String line) {
    boolean takesHeredocs =
        switch (keyword) {
          case "RUN", "COPY", "ADD" -> line.contains("<<");
          default -> false;
        };
    if (!takesHeredocs || JsonArray.of(arguments) instanceof JsonArray.Strings) {
      return List.of();
    }
    List<HeredocWord> found = new ArrayList<>();
    for (String word : BuilderWords.of(line, BuilderWords.Quotes.KEPT)) {
      HeredocWord heredoc = of(word);
      if (heredoc.opens()) {
        found.add(heredoc);
      }
    }
    return found;
  }

  /** The heredoc that a word is; one that does not {@linkplain #opens open} if it is none. */
  static HeredocWord of(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    if (!word.startsWith("<<", at)) {
      return NONE;
    }
    int descriptor = at == 0 || at > 9 ? 0 : Integer.parseInt(word.substring(0, at));
    at += 2;
    boolean strips = at < word.length() && word.charAt(at) == '-';
    at = Blanks.skipSpaces(word, strips ? at + 1 : at);
    String rest = word.substring(at);
    if (rest.isEmpty() || rest.indexOf('<') >= 0) {
      return NONE;
    }
    List<String> bare = BuilderWords.of(rest, BuilderWords.Quotes.REMOVED);
    List<String> raw = BuilderWords.of(rest, BuilderWords.Quotes.KEPT);
    if (bare.size() != 1 || raw.size() != 1) {
      return NONE;
    }
    boolean quoted = quotesIn(bare.get(0)) != quotesIn(raw.get(0));
    return new HeredocWord(word, bare.get(0), descriptor, quoted, strips);
  }

  private static int quotesIn(String word) {
    int quotes = 0;
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == '\'' || word.charAt(i) == '"') {
        quotes++;
      }
    }
    return quotes;
  }

  boolean opens() {
    return !delimiter.isEmpty();
  }

  /** Whether a body line, given without its LF, ends this heredoc. */
  boolean isTerminator(String line) {
    int start = 0;
    while (stripsTabs && start < line.length() && line.charAt(start) == '\t') {
      start++;
    }
    int end = line.length();
    while (end > start && line.charAt(end - 1) == '\r') {
      end--;
    }
    return end - start == delimiter.length() && line.startsWith(delimiter, start);
  }
}
