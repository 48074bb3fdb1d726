package dev.plimsoll.parse.small;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.List;
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

  /** The script as the shell gets it; the same where nothing is replaced in it. */
  static Slice of(Slice script, List<StepExpression> expressions) {
    String text = script.source().content();
    if (!hasOne(text, expressions)) {
      return script;
    }
    EmbeddedText.Builder view = new EmbeddedText.Builder(script.source(), ESCAPER);
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      for (StepExpression expression : expressions) {
        int end = at == start ? expression.end(text, at) : at;
        if (end > at) {
          copy(view, copied, at);
          view.stand(new Span(at, end), expression.meaning());
          copied = end;
          at = end;
        }
      }
      at += at == start ? 1 : 0;
    }
    if (copied == 0) {
      return script;
    }
    copy(view, copied, text.length());
    EmbeddedText whole = view.build();
    return whole.slice(new Span(0, whole.content().length()));
  }

  private static boolean hasOne(String text, List<StepExpression> expressions) {
    for (StepExpression expression : expressions) {
      if (text.contains(expression.open())) {
        return true;
      }
    }
    return false;
  }

  private static void copy(EmbeddedText.Builder view, int from, int to) {
    if (from < to) {
      view.copy(new Span(from, to));
    }
  }
}
