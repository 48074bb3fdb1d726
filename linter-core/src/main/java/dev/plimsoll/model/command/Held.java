package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.List;

/** What a command runs by itself: a script in one of its words, or some of its words. */
sealed interface Held {

  /** The words that are, or hold, what is run. */
  List<ShellWord> words();

  /** {@code sh -c 'a && b'}, {@code su -c a}, {@code eval a}, {@code trap a EXIT}. */
  record Text(ShellWord word, Dialect dialect) implements Held {
    @Override
    public List<ShellWord> words() {
      return List.of(word);
    }
  }

  /** {@code find -exec a {} +}. */
  record Words(List<ShellWord> words) implements Held {
    public Words {
      words = List.copyOf(words);
    }
  }
}
