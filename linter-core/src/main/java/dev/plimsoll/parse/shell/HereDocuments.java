package dev.plimsoll.parse.shell;

import dev.plimsoll.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The here-documents of a script, XCU 2.7.4: announced by a word, read after the next newline. */
final class HereDocuments {

  /**
   * What follows an announcement.
   *
   * @param lines without the line of the delimiter, in offsets of the script
   */
  record Body(Span lines, boolean expands) {}

  private record Announced(int word, String delimiter, boolean expands, boolean stripsTabs) {}

  private final String text;
  private final Deque<Announced> announced = new ArrayDeque<>();
  private final Map<Integer, Body> bodies = new HashMap<>();

  HereDocuments(String text) {
    this.text = text;
  }

  /** Takes the delimiter as written between two offsets. */
  void announce(Span word, boolean stripsTabs) {
    StringBuilder delimiter = new StringBuilder();
    boolean expands = true;
    char quote = 0;
    for (int i = word.start(); i < word.end(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        expands = false;
      } else if (c == '\\' && quote != '\'' && i + 1 < word.end()) {
        expands = false;
        i++;
        delimiter.append(text.charAt(i));
      } else {
        delimiter.append(c);
      }
    }
    announced.add(new Announced(word.start(), delimiter.toString(), expands, stripsTabs));
  }

  /** Reads what was announced from the start of a line, and returns where the script goes on. */
  int read(int from) {
    int at = from;
    while (!announced.isEmpty()) {
      at = read(announced.remove(), at);
    }
    return at;
  }

  /** The lines announced by the word at an offset; none if the script ends on that line. */
  Optional<Body> body(int word) {
    return Optional.ofNullable(bodies.get(word));
  }

  private int read(Announced here, int from) {
    int at = from;
    boolean joined = false;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      int next = newline < 0 ? end : newline + 1;
      if (!joined && isDelimiter(here, at, end)) {
        bodies.put(here.word(), new Body(new Span(from, at), here.expands()));
        return next;
      }
      joined = here.expands() && endsInContinuation(at, end);
      at = next;
    }
    bodies.put(here.word(), new Body(new Span(from, at), here.expands()));
    return at;
  }

  private boolean isDelimiter(Announced here, int start, int lineEnd) {
    int at = start;
    while (here.stripsTabs() && at < lineEnd && text.charAt(at) == '\t') {
      at++;
    }
    boolean carriage = lineEnd > at && text.charAt(lineEnd - 1) == '\r';
    int end = carriage ? lineEnd - 1 : lineEnd;
    return end - at == here.delimiter().length() && text.startsWith(here.delimiter(), at);
  }

  private boolean endsInContinuation(int start, int end) {
    int backslashes = 0;
    while (end - backslashes > start && text.charAt(end - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
