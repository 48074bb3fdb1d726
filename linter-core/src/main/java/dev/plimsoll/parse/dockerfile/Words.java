package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits an instruction's joined text; source: BuildKit, {@code parser/line_parsers.go}. */
final class Words {

  private final char escape;

  Words(char escape) {
    this.escape = escape;
  }

  /** Words between blanks; quotes mean nothing: FROM, COPY, ADD. */
  static List<Word> blankSeparated(Slice rest) {
    String text = rest.text();
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      words.add(new Word(rest.part(at, end)));
      at = end;
    }
    return words;
  }

  /** Words in which quotes and the escape character keep blanks: ENV, LABEL, ARG. */
  List<Word> quoted(Slice rest) {
    String text = rest.text();
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = quotedEnd(text, at);
      words.add(new Word(rest.part(at, end)));
      at = end;
    }
    return words;
  }

  private int quotedEnd(String text, int start) {
    char quote = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quote == 0 && Character.isWhitespace(c)) {
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

  /** Takes the leading {@code --name} words off and returns what follows them. */
  Slice takeFlags(Slice rest, List<Flag> flags) {
    String text = rest.text();
    int at = 0;
    while (text.startsWith("--", at)) {
      int end = quotedEnd(text, at);
      if (end - at == 2) {
        return strip(rest.part(end, text.length())); // a bare -- ends the flags
      }
      flags.add(flag(rest.part(at + 2, end)));
      at = end;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
    return rest.part(at, text.length());
  }

  private static Flag flag(Slice body) {
    int equals = body.text().indexOf('=');
    return equals < 0
        ? new Flag(new Word(body), Optional.empty())
        : new Flag(
            new Word(body.part(0, equals)),
            Optional.of(new Word(body.part(equals + 1, body.text().length()))));
  }

  /** The slice without blanks at its ends. */
  static Slice strip(Slice slice) {
    String text = slice.text();
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return slice.part(start, end);
  }

  /**
   * The strings of a JSON array, their quotes not included; empty if the text is none, or if a
   * string has an escape in it, which the first reader does not undo.
   */
  static Optional<List<Word>> jsonStrings(Slice rest) {
    String text = rest.text();
    if (!text.startsWith("[") || !text.endsWith("]") || text.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    List<Word> words = new ArrayList<>();
    int at = 1;
    boolean wantsString = true;
    while (at < text.length() - 1) {
      char c = text.charAt(at);
      if (c == '"' && wantsString) {
        int close = text.indexOf('"', at + 1);
        if (close < 0) {
          return Optional.empty();
        }
        words.add(new Word(rest.part(at + 1, close)));
        at = close;
        wantsString = false;
      } else if (c == ',' && !wantsString) {
        wantsString = true;
      } else if (!Character.isWhitespace(c)) {
        return Optional.empty();
      }
      at++;
    }
    return wantsString && !words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
