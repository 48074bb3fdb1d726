package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/** What RUN, CMD, ENTRYPOINT and HEALTHCHECK start. */
public sealed interface CommandLine {

  Slice slice();

  /** One text for the shell in force; a broken JSON array is one too. */
  record ShellForm(Slice slice) implements CommandLine {}

  /** A JSON array: a program and its arguments, which no shell sees. */
  record ExecForm(Slice slice, List<Word> words) implements CommandLine {
    public ExecForm {
      words = List.copyOf(words);
    }
  }
}
