package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;

/** Takes a word apart: quotes by XCU 2.2, expansions by XCU 2.6. */
final class WordParts {

  private final Slice slice;
  private final String raw;
  private final List<Substitution> substitutions;
  private final List<WordPart> parts = new ArrayList<>();
  private int at;
  private int nextSubstitution;

  private WordParts(ShellWord word) {
    this.slice = word.slice();
    this.raw = word.slice().text();
    this.substitutions = word.substitutions();
  }

  static List<WordPart> of(ShellWord word) {
    WordParts reader = new WordParts(word);
    reader.read();
    return reader.parts;
  }

  private void read() {
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (startsSubstitution() || c == '$' || c == '`') {
        expansion(false);
      } else if (c == '\'') {
        int close = raw.indexOf('\'', at + 1);
        quoted(at, close < 0 ? raw.length() : close + 1, 1);
      } else if (c == '"') {
        doubleQuoted();
      } else {
        plain();
      }
    }
  }

  private boolean startsSubstitution() {
    while (nextSubstitution < substitutions.size()
        && offsetOf(substitutions.get(nextSubstitution)) < at) {
      nextSubstitution++;
    }
    return nextSubstitution < substitutions.size()
        && offsetOf(substitutions.get(nextSubstitution)) == at;
  }

  private int offsetOf(Substitution substitution) {
    return substitution.slice().span().start() - slice.span().start();
  }

  private void expansion(boolean inQuotes) {
    int start = at;
    if (!inQuotes && raw.startsWith("$'", at)) {
      int close = ansiClose(at + 2);
      quoted(at, close, 2);
      return;
    }
    at = startsSubstitution() ? endOfSubstitution() : endOfExpansion();
    if (at - start == 1 && raw.charAt(start) == '$') {
      parts.add(new WordPart.Plain(slice.part(start, at), "$")); // it expands nothing
      return;
    }
    parts.add(new WordPart.Expansion(slice.part(start, at), inQuotes));
  }

  private int endOfSubstitution() {
    Slice whole = substitutions.get(nextSubstitution).slice();
    return Math.min(raw.length(), whole.span().end() - slice.span().start());
  }

  private int endOfExpansion() {
    if (raw.charAt(at) == '`') {
      int close = raw.indexOf('`', at + 1);
      return close < 0 ? raw.length() : close + 1;
    }
    int next = at + 1;
    if (next == raw.length()) {
      return next;
    }
    char c = raw.charAt(next);
    if (c == '{' || c == '(') {
      return closing(next, c, c == '{' ? '}' : ')');
    }
    if ("0123456789@*#?$!-".indexOf(c) >= 0) {
      return next + 1;
    }
    return Names.end(raw, next);
  }

  private int closing(int from, char open, char close) {
    int depth = 0;
    for (int i = from; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i + 1;
      }
    }
    return raw.length();
  }

  private int ansiClose(int from) {
    for (int i = from; i < raw.length(); i++) {
      if (raw.charAt(i) == '\\') {
        i++;
      } else if (raw.charAt(i) == '\'') {
        return i + 1;
      }
    }
    return raw.length();
  }

  /** A part between quotes that open with so many characters and close with one. */
  private void quoted(int start, int end, int opening) {
    int last = Math.max(start + opening, end - 1);
    WordPart.Quote quote = opening == 1 ? WordPart.Quote.SINGLE : WordPart.Quote.DOLLAR_SINGLE;
    String text = raw.substring(start + opening, last);
    if (quote == WordPart.Quote.DOLLAR_SINGLE) {
      text = unescaped(text);
    }
    parts.add(new WordPart.Quoted(slice.part(start, end), text, quote));
    at = end;
  }

  private void doubleQuoted() {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < raw.length() && raw.charAt(at) != '"') {
      char c = raw.charAt(at);
      boolean expands = c == '$' && at + 1 < raw.length() && opensExpansion(raw.charAt(at + 1));
      if (startsSubstitution() || c == '`' || expands) {
        parts.add(doubleQuoted(start, text));
        text.setLength(0);
        expansion(true);
        start = at;
        continue;
      }
      boolean escapes =
          c == '\\' && at + 1 < raw.length() && "$`\"\\\n".indexOf(raw.charAt(at + 1)) >= 0;
      if (escapes) {
        at++;
        c = raw.charAt(at);
      }
      if (!escapes || c != '\n') {
        text.append(c);
      }
      at++;
    }
    at = Math.min(raw.length(), at + 1);
    parts.add(doubleQuoted(start, text));
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder unescaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int meant = text.charAt(i) == '\\' ? meaning(text, i + 1) : -1;
      unescaped.append(meant < 0 ? text.charAt(i) : (char) meant);
      i += meant < 0 ? 0 : 1;
    }
    return unescaped.toString();
  }

  /**
   * The character that a backslash and the one after it stand for in {@code $'…'}, bash manual
   * 3.1.2.4; -1 for numbers, which stay as written.
   */
  static int meaning(String text, int at) {
    int escape = at < text.length() ? "abeEfnrtv\\'\"?".indexOf(text.charAt(at)) : -1;
    return escape < 0 ? -1 : "\u0007\b\u001B\u001B\f\n\r\t\u000B\\'\"?".charAt(escape);
  }

  private WordPart doubleQuoted(int start, StringBuilder text) {
    return new WordPart.Quoted(slice.part(start, at), text.toString(), WordPart.Quote.DOUBLE);
  }

  private static boolean opensExpansion(char c) {
    return Names.isNameCharacter(c) || "{(@*#?$!-".indexOf(c) >= 0;
  }

  private void plain() {
    int start = at;
    StringBuilder text = new StringBuilder();
    while (at < raw.length() && "$`'\"".indexOf(raw.charAt(at)) < 0) {
      char c = raw.charAt(at);
      if (c == '\\' && at + 1 < raw.length()) {
        at++;
        c = raw.charAt(at);
        if (c != '\n') {
          text.append(c);
        }
      } else {
        text.append(c);
      }
      at++;
    }
    parts.add(new WordPart.Plain(slice.part(start, at), text.toString()));
  }
}
