package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of commands for a host or a cloud, variables replaced that their script assigns. */
final class CloudWords {

  private final AssignedTexts variables;
  private final List<ShellWord> words;

  CloudWords(Command command, AssignedTexts variables) {
    this.variables = variables;
    this.words = command.arguments();
  }

  /** Whether some words stand there one after the other. */
  boolean have(List<String> wanted) {
    for (int i = 0; i + wanted.size() <= words.size(); i++) {
      int same = 0;
      while (same < wanted.size() && words.get(i + same).text().equals(wanted.get(same))) {
        same++;
      }
      if (same == wanted.size()) {
        return true;
      }
    }
    return false;
  }

  /** The value of an option, in its word or the next. */
  Optional<ShellWord> value(String option) {
    List<ShellWord> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The values of an option: the rest of its word, or what follows up to the next option. */
  List<ShellWord> values(String option) {
    List<ShellWord> values = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      ShellWord word = words.get(i);
      if (word.slice().text().startsWith(option + "=")) {
        values.add(word.rest(option.length() + 1));
      } else if (word.text().equals(option)) {
        for (int j = i + 1; j < words.size() && !isOption(words.get(j)); j++) {
          values.add(words.get(j));
        }
      }
    }
    return values;
  }

  private static boolean isOption(ShellWord word) {
    String text = word.text();
    return text.startsWith("-") && text.length() > 1 && !Character.isDigit(text.charAt(1));
  }

  /** What a word says; nothing where that is not all known. */
  Optional<String> text(ShellWord word) {
    if (word.isLiteral()) {
      return Optional.of(word.text());
    }
    String raw = word.slice().text();
    boolean isQuoted = raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"");
    String text = variables.expand(isQuoted ? raw.substring(1, raw.length() - 1) : raw);
    for (int i = 0; i < text.length(); i++) {
      if ("$`\"'\\*?{}~ ".indexOf(text.charAt(i)) >= 0) {
        return Optional.empty();
      }
    }
    return Optional.of(text);
  }

  /** The words as they stand, in their order. */
  List<ShellWord> all() {
    return words;
  }
}
