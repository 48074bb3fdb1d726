package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One instruction, its continuations and heredocs included. */
public sealed interface Instruction {

  /** From the keyword to the last character before the line ending, heredocs included. */
  Slice slice();

  Word keyword();

  /** The keyword in upper case. */
  default String name() {
    return keyword().text().toUpperCase(Locale.ROOT);
  }

  /** {@code FROM [--platform=…] image [AS stage]}. */
  record From(Slice slice, Word keyword, List<Flag> flags, Word image, Optional<Word> stage)
      implements Instruction {
    public From {
      flags = List.copyOf(flags);
    }
  }

  /**
   * RUN.
   *
   * @param body the text after the flags: one command line of the shell, or a JSON array
   */
  record Run(Slice slice, Word keyword, List<Flag> flags, Slice body, List<Heredoc> heredocs)
      implements Instruction {
    public Run {
      flags = List.copyOf(flags);
      heredocs = List.copyOf(heredocs);
    }

    /** Whether the body is written as a JSON array; a broken one is shell to BuildKit. */
    public boolean isExecForm() {
      return body.text().startsWith("[");
    }
  }

  /** COPY or ADD; heredoc words are no sources. */
  record Copy(
      Slice slice,
      Word keyword,
      List<Flag> flags,
      List<Word> sources,
      Word target,
      List<Heredoc> heredocs)
      implements Instruction {
    public Copy {
      flags = List.copyOf(flags);
      sources = List.copyOf(sources);
      heredocs = List.copyOf(heredocs);
    }

    /** The first flag of a name, given without its dashes. */
    public Optional<Flag> flag(String name) {
      for (Flag flag : flags) {
        if (flag.name().text().equals(name)) {
          return Optional.of(flag);
        }
      }
      return Optional.empty();
    }
  }

  /** ENV or LABEL with {@code name=value} pairs. */
  record Pairs(Slice slice, Word keyword, List<Pair> pairs) implements Instruction {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  /** ENV or LABEL in its old form: a name, blanks, and the rest of the line as the value. */
  record LegacyPair(Slice slice, Word keyword, Pair pair, Slice between) implements Instruction {}

  /** Any other instruction that BuildKit knows: its text is kept in one piece. */
  record Other(Slice slice, Word keyword, Slice body) implements Instruction {}

  /**
   * A keyword that BuildKit does not know, or arguments it would refuse; kept so that no text is
   * lost.
   */
  record Unknown(Slice slice, Word keyword, Slice body) implements Instruction {}
}
