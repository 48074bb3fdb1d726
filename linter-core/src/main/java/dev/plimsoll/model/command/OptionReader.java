package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells options from operands as GNU getopt does: operands may stand between options, and two
 * dashes end them.
 */
final class OptionReader {

  private final Program program;
  private final List<ShellWord> words;
  private final List<Option> options = new ArrayList<>();
  private final List<ShellWord> operands = new ArrayList<>();
  private int next;

  OptionReader(Program program, List<ShellWord> words) {
    this.program = program;
    this.words = words;
  }

  Invocation read(Command command) {
    boolean ended = false;
    while (next < words.size()) {
      ShellWord word = words.get(next++);
      String text = word.unquoted().text();
      if (ended || text.length() < 2 || text.charAt(0) != '-') {
        operands.add(word);
      } else if (text.equals("--")) {
        ended = true;
      } else if (text.startsWith("--")) {
        named(word.unquoted(), text, 2);
      } else if (program.style() == Program.Style.WORD) {
        named(word.unquoted(), text, 1);
      } else {
        letters(word.unquoted(), text);
      }
    }
    return new Invocation(command, program, options, operands);
  }

  private void named(Slice word, String text, int dashes) {
    int equals = text.indexOf('=');
    if (equals >= 0) {
      Slice value = word.part(equals + 1, text.length());
      options.add(
          new Option(text.substring(dashes, equals), word.part(0, equals), Optional.of(value)));
    } else {
      String name = text.substring(dashes);
      boolean takesNext = program.longWithValue().contains(name);
      options.add(new Option(name, word, takesNext ? nextWord() : Optional.empty()));
    }
  }

  private void letters(Slice word, String text) {
    for (int i = 1; i < text.length(); i++) {
      Slice letter = word.part(i == 1 ? 0 : i, i + 1);
      String name = text.substring(i, i + 1);
      if (program.shortWithValue().contains(name)) {
        Optional<Slice> rest =
            i + 1 < text.length() ? Optional.of(word.part(i + 1, text.length())) : nextWord();
        options.add(new Option(name, letter, rest));
        return;
      }
      options.add(new Option(name, letter, Optional.empty()));
    }
  }

  private Optional<Slice> nextWord() {
    return next < words.size() ? Optional.of(words.get(next++).unquoted()) : Optional.empty();
  }
}
