package dev.plimsoll.parse.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line as the builder's own word reader does, with no variable set: quotes keep blanks,
 * {@code $} forms must be well formed. Source: BuildKit, {@code frontend/dockerfile/shell/lex.go}.
 */
final class BuilderWords {

  /** What becomes of quotes and backslashes in the words. */
  enum Quotes {
    /** They stand as written. */
    KEPT,
    /** They are gone, and what they kept stands. */
    REMOVED
  }

  /** Nesting of {@code ${a:-${b:-…}}} above which a line counts as one that cannot be read. */
  private static final int MAX_DEPTH = 64;

  private static final char NONE = '\0';

  private final String text;
  private final boolean keep;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int at;
  private int depth;
  private boolean failed;

  private BuilderWords(String text, Quotes quotes) {
    this.text = text;
    this.keep = quotes == Quotes.KEPT;
  }

  /** The words; none at all if the line cannot be read to its end. */
  static List<String> of(String text, Quotes quotes) {
    BuilderWords reader = new BuilderWords(text, quotes);
    reader.readUntil(NONE, true);
    reader.endWord();
    return reader.failed ? List.of() : reader.words;
  }

  private void endWord() {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : NONE;
  }

  /** Reads to a stop character and over it, or to the end; within braces words do not split. */
  private void readUntil(char stop, boolean splits) {
    while (at < text.length() && !failed) {
      char c = text.charAt(at);
      if (stop != NONE && c == stop) {
        at++;
        return;
      }
      switch (c) {
        case '\'' -> singleQuoted();
        case '"' -> doubleQuoted();
        case '$' -> dollar();
        case '<' -> lessThan();
        case '\\' -> escaped();
        default -> {
          at++;
          if (splits && Blanks.isSpace(c)) {
            endWord();
          } else {
            word.append(c);
          }
        }
      }
    }
    failed |= stop != NONE;
  }

  private void escaped() {
    at++;
    if (keep) {
      word.append('\\');
    }
    if (at < text.length()) {
      word.append(text.charAt(at++));
    }
  }

  private void singleQuoted() {
    int close = text.indexOf('\'', at + 1);
    if (close < 0) {
      failed = true;
      return;
    }
    word.append(text, keep ? at : at + 1, keep ? close + 1 : close);
    at = close + 1;
  }

  private void doubleQuoted() {
    quote();
    while (at < text.length() && !failed) {
      char c = text.charAt(at);
      if (c == '"') {
        quote();
        return;
      }
      if (c == '$') {
        dollar();
      } else if (c == '\\') {
        escapedInQuotes();
      } else {
        word.append(c);
        at++;
      }
    }
    failed = true;
  }

  private void quote() {
    if (keep) {
      word.append('"');
    }
    at++;
  }

  private void escapedInQuotes() {
    at++;
    char next = peek();
    boolean escapes = next == '"' || next == '$' || next == '\\';
    if (!escapes) {
      word.append('\\');
      return;
    }
    if (keep) {
      word.append('\\');
    }
    word.append(next);
    at++;
  }

  /** Two of them open a heredoc: blanks after them belong to its word. */
  private void lessThan() {
    word.append('<');
    at++;
    if (peek() != '<') {
      return;
    }
    word.append('<');
    at++;
    while (peek() == ' ' || peek() == '\t' || peek() == '\r') {
      word.append(text.charAt(at++));
    }
  }

  private void dollar() {
    int start = at++;
    if (peek() != '{') {
      name();
      word.append(text, start, at);
      return;
    }
    at++;
    char first = peek();
    if (at >= text.length() || first == '{' || first == '}' || first == ':' || depth > MAX_DEPTH) {
      failed = true;
      return;
    }
    name();
    word.append(text, start, at);
    depth++;
    operator();
    depth--;
  }

  private void operator() {
    char c = peek();
    at++;
    switch (c) {
      case '}' -> word.append(c);
      case ':' -> {
        char modifier = peek();
        at++;
        word.append(c).append(modifier);
        failed |= modifier == '#' || modifier == '%' || modifier == NONE;
        braced();
      }
      case '+', '-', '?', '#', '%' -> {
        word.append(c);
        braced();
      }
      case '/' -> {
        word.append(c);
        if (peek() == '/') {
          word.append('/');
          at++;
        }
        readUntil('/', false);
        word.append('/');
        braced();
      }
      default -> failed = true;
    }
  }

  private void braced() {
    readUntil('}', false);
    word.append('}');
  }

  private void name() {
    char first = peek();
    if (Character.isDigit(first)) {
      while (Character.isDigit(peek())) {
        at++;
      }
    } else if (first != NONE && "@*#?-$!".indexOf(first) >= 0) {
      at++;
    } else {
      while (Character.isLetterOrDigit(peek()) || peek() == '_') {
        at++;
      }
    }
  }
}
