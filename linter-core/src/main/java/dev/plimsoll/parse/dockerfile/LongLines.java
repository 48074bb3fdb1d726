package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;

/** Finds the physical lines that make the builder refuse a file. */
final class LongLines {

  /** BuildKit's scanner refuses a longer physical line, counted in bytes. */
  private static final int MAX_LINE_BYTES = 65_535;

  private LongLines() {}

  static void check(SourceText source, List<Problem> problems) {
    String text = source.content();
    int start = 0;
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        start = i + 1;
        bytes = 0;
        continue;
      }
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      if (bytes == MAX_LINE_BYTES + 1) {
        problems.add(
            new Problem(
                Problem.Kind.SYNTAX,
                source.slice(Span.at(start)),
                "the line is longer than 65535 bytes, the most that BuildKit reads: split it"));
      }
    }
  }
}
