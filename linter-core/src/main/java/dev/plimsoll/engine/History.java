package dev.plimsoll.engine;

import dev.plimsoll.fix.Splice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The edits of each round, by file: leads a place of today's text back to the text as read. */
final class History {

  private final Map<String, List<Splice>> rounds = new HashMap<>();

  void add(Map<String, Splice> splices) {
    splices.forEach(
        (file, splice) -> rounds.computeIfAbsent(file, f -> new ArrayList<>()).add(splice));
  }

  /** Where a span of the current text was in the text as read. */
  Span asRead(String file, Span span) {
    int start = asRead(file, span.start());
    int end = span.isEmpty() ? start : Math.max(start, asRead(file, span.end() - 1) + 1);
    return new Span(start, end);
  }

  private int asRead(String file, int offset) {
    List<Splice> splices = rounds.getOrDefault(file, List.of());
    int at = offset;
    for (int i = splices.size() - 1; i >= 0; i--) {
      at = splices.get(i).before(at);
    }
    return at;
  }
}
