package dev.plimsoll.parse.small;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.Optional;

/** A recipe line as the shell gets it: GNU make manual, 5.1 to 5.4. */
final class RecipeView {

  private static final EmbeddedText.Escaper DOLLARS =
      new EmbeddedText.Escaper() {
        @Override
        public Optional<String> escape(String replacement) {
          return replacement.indexOf('\n') >= 0
              ? Optional.empty()
              : Optional.of(replacement.replace("$", "$$"));
        }
      };

  private final String text;
  private final int end;
  private final EmbeddedText.Builder builder;
  private boolean hasReferences;
  private int copied;
  private int at;

  RecipeView(SourceText source, Span line) {
    this.text = source.content();
    this.end = line.end();
    this.builder = new EmbeddedText.Builder(source, DOLLARS);
    this.at = line.start();
  }

  Slice script() {
    int start = at;
    while (at < end && "\t @+-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    stand(start, at, "");
    while (at < end) {
      if (text.charAt(at) == '$' && at + 1 < end) {
        reference();
      } else if (text.charAt(at) == '\n' && at + 1 < end && text.charAt(at + 1) == '\t') {
        stand(at + 1, at + 2, "");
      } else {
        at++;
      }
    }
    flush(end);
    EmbeddedText view = builder.build();
    return view.slice(new Span(0, view.content().length()));
  }

  boolean hasReferences() {
    return hasReferences;
  }

  private void reference() {
    char next = text.charAt(at + 1);
    if (next == '$') {
      stand(at, at + 2, "$");
      return;
    }
    hasReferences = true;
    int close = next == '(' ? closing('(', ')') : next == '{' ? closing('{', '}') : at + 2;
    stand(at, close, ShellWord.UNKNOWN);
  }

  private int closing(char open, char close) {
    int depth = 0;
    for (int i = at + 1; i < end; i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return end;
  }

  /** Takes what comes before a range as it is, and lets a text stand for the range. */
  private void stand(int from, int to, String meaning) {
    flush(from);
    builder.stand(new Span(from, to), meaning);
    copied = to;
    at = to;
  }

  private void flush(int to) {
    if (copied > 0 && copied < to) {
      builder.copy(new Span(copied, to));
    }
  }
}
