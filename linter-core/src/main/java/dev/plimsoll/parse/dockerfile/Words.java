package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;

/** Splits an instruction's arguments; source: BuildKit, {@code parser/line_parsers.go}. */
final class Words {

  private Words() {}

  /** Words between separators; quotes mean nothing: FROM, COPY, ADD, EXPOSE, VOLUME. */
  static List<Word> separated(Slice rest) {
    String text = rest.text();
    List<Word> words = new ArrayList<>();
    int at = Blanks.skipSeparators(text, 0);
    while (at < text.length()) {
      int end = Blanks.toSeparator(text, at);
      words.add(new Word(rest.part(at, end)));
      at = Blanks.skipSeparators(text, end);
    }
    return words;
  }

  /** Words in which quotes and the escape character keep spaces: ENV, LABEL, ARG. */
  static List<Word> quoted(Slice rest, char escape) {
    String text = rest.text();
    List<Word> words = new ArrayList<>();
    int at = Blanks.skipSpaces(text, 0);
    while (at < text.length()) {
      int end = quotedEnd(text, at, escape);
      boolean looseEscape = end == text.length() && endsInEscape(text, at, escape);
      if (!looseEscape || end - at > 1) {
        words.add(new Word(rest.part(at, looseEscape ? end - 1 : end)));
      }
      at = Blanks.skipSpaces(text, end);
    }
    return words;
  }

  private static int quotedEnd(String text, int start, char escape) {
    char quote = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quote == 0 && Blanks.isSpace(c)) {
        return at;
      }
      if (c == escape && quote != '\'') {
        at++;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      at++;
    }
    return Math.min(at, text.length());
  }

  /** An escape character with nothing behind it is dropped. */
  private static boolean endsInEscape(String text, int start, char escape) {
    int at = start;
    char quote = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == escape && quote != '\'') {
        if (at + 1 == text.length()) {
          return true;
        }
        at++;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      at++;
    }
    return false;
  }
}
