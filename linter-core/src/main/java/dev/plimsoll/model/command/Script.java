package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * A script and its commands, in the order of the text; none where it was not understood.
 *
 * @param anchor the address of the place that holds the script
 */
public record Script(Anchor anchor, ScriptTree tree, List<Command> commands) {
  public Script {
    commands = List.copyOf(commands);
  }

  public static Script of(Anchor anchor, ScriptTree tree) {
    List<Command> commands = new ArrayList<>();
    if (tree instanceof ScriptTree.Commands list) {
      for (SimpleCommand command : list.commands()) {
        addTo(commands, anchor, command);
      }
    }
    return new Script(anchor, tree, commands);
  }

  private static void addTo(List<Command> commands, Anchor anchor, SimpleCommand command) {
    List<ShellWord> words = command.words();
    int name = 0;
    while (name < words.size() && isBeforeName(words.get(name).slice().text())) {
      name++;
    }
    if (name < words.size()) {
      ShellWord word = words.get(name);
      commands.add(
          new Command(
              anchor.child(word.text()),
              command.slice(),
              word,
              words.subList(name + 1, words.size())));
    }
  }

  /** An assignment, XCU 2.10.2 rule 7, or {@code sudo} without options. */
  private static boolean isBeforeName(String word) {
    int equals = word.indexOf('=');
    if (equals <= 0) {
      return word.equals("sudo");
    }
    for (int i = 0; i < equals; i++) {
      char c = word.charAt(i);
      boolean nameChar =
          c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (i > 0 && isDigit(c));
      if (!nameChar) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
