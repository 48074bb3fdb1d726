package dev.plimsoll.parse.small;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.Optional;

/** A script of a workflow in which the service puts text in the place of expressions. */
final class StepText {

  private static final EmbeddedText.Escaper ESCAPER =
      new EmbeddedText.Escaper() {
        @Override
        public Optional<String> escape(String replacement) {
          boolean isPlain = !replacement.contains(ShellWord.UNKNOWN) && !replacement.contains("{{");
          return isPlain ? Optional.of(replacement) : Optional.empty();
        }
      };

  private StepText() {}

  /** The script with an unknown parameter for each expression; the same where it has none. */
  static Slice of(Slice script, String open, String close) {
    String text = script.source().content();
    int start = text.indexOf(open);
    if (start < 0) {
      return script;
    }
    EmbeddedText.Builder view = new EmbeddedText.Builder(script.source(), ESCAPER);
    int copied = 0;
    while (start >= 0) {
      int end = end(text, start + open.length(), close);
      if (copied < start) {
        view.copy(new Span(copied, start));
      }
      view.stand(new Span(start, end), ShellWord.UNKNOWN);
      copied = end;
      start = text.indexOf(open, end);
    }
    if (copied < text.length()) {
      view.copy(new Span(copied, text.length()));
    }
    EmbeddedText whole = view.build();
    return whole.slice(new Span(0, whole.content().length()));
  }

  /** Behind what closes an expression; texts between single quotes do not. */
  private static int end(String text, int from, String close) {
    boolean quoted = false;
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) == '\'') {
        quoted = !quoted;
      } else if (!quoted && text.startsWith(close, at)) {
        return at + close.length();
      }
    }
    int first = text.indexOf(close, from);
    return first < 0 ? text.length() : first + close.length();
  }
}
