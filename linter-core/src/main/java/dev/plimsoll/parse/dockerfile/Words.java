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
      // An escape character with nothing behind it is dropped.
      int last = end > text.length() ? text.length() - 1 : end;
      if (last > at) {
        words.add(new Word(rest.part(at, last)));
      }
      at = Blanks.skipSpaces(text, end);
    }
    return words;
  }

  /** Past the end of the text where its last character is an escape that nothing follows. */
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
    return at;
  }
}
