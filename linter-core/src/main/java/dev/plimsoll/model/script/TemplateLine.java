package dev.plimsoll.model.script;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.Optional;

/**
 * Tells a template from the script that will be made of it: a mark of Go's, Jinja's or ERB's
 * templates where a command should begin.
 */
final class TemplateLine {

  private static final String[] MARKS = {"{{", "{%", "<%"};

  private TemplateLine() {}

  static Optional<Slice> in(ScriptModel model) {
    for (Command command : model.script().commands()) {
      if (command.host().isEmpty() && isMarked(command.name().slice().text())) {
        return Optional.of(command.name().slice());
      }
    }
    return model.problems().isEmpty() ? Optional.empty() : marked(model.source());
  }

  /** Where a file would be refused, a line that begins with a mark tells why. */
  static Optional<Slice> marked(SourceText source) {
    String content = source.content();
    int start = 0;
    while (start < content.length()) {
      int newline = content.indexOf('\n', start);
      int end = newline < 0 ? content.length() : newline;
      String line = content.substring(start, end);
      if (isMarked(line.stripLeading())) {
        return Optional.of(source.slice(new Span(start, end)));
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  static boolean isMarked(String text) {
    for (String mark : MARKS) {
      if (text.startsWith(mark)) {
        return true;
      }
    }
    return false;
  }
}
