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

  /** The {@code --name} words before the arguments, in order. */
  default List<Flag> flags() {
    return List.of();
  }

  /** The first flag of a name, given without its dashes. */
  default Optional<Flag> flag(String name) {
    for (Flag flag : flags()) {
      if (flag.name().text().equals(name)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  /** {@code FROM [--platform=…] image [AS stage]}. */
  record From(Slice slice, Word keyword, List<Flag> flags, Word image, Optional<Word> stage)
      implements Instruction {
    public From {
      flags = List.copyOf(flags);
    }
  }

  /** RUN. */
  record Run(
      Slice slice, Word keyword, List<Flag> flags, CommandLine command, List<Heredoc> heredocs)
      implements Instruction {
    public Run {
      flags = List.copyOf(flags);
      heredocs = List.copyOf(heredocs);
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
  }

  /** ENV or LABEL with {@code name=value} pairs. */
  record Pairs(Slice slice, Word keyword, List<Pair> pairs) implements Instruction {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  /** ENV or LABEL in its old form: a name, blanks, and the rest of the line as the value. */
  record LegacyPair(Slice slice, Word keyword, Pair pair, Slice between) implements Instruction {}

  /** ARG, with one or several definitions. */
  record Arg(Slice slice, Word keyword, List<Flag> flags, List<Definition> definitions)
      implements Instruction {
    public Arg {
      flags = List.copyOf(flags);
      definitions = List.copyOf(definitions);
    }

    /** {@code name} or {@code name=default}. */
    public record Definition(Word name, Optional<Word> value) {}
  }

  /** CMD; without a word it clears what it would have inherited. */
  record Cmd(Slice slice, Word keyword, CommandLine command) implements Instruction {}

  /** ENTRYPOINT; without a word it clears what it would have inherited. */
  record Entrypoint(Slice slice, Word keyword, CommandLine command) implements Instruction {}

  /** {@code SHELL ["program", "argument"]}. */
  record Shell(Slice slice, Word keyword, List<Word> words) implements Instruction {
    public Shell {
      words = List.copyOf(words);
    }
  }

  /** HEALTHCHECK; its command is absent for {@code NONE}. */
  record Healthcheck(
      Slice slice, Word keyword, List<Flag> flags, Word type, Optional<CommandLine> command)
      implements Instruction {
    public Healthcheck {
      flags = List.copyOf(flags);
    }
  }

  /** EXPOSE; variables in its words are expanded before they are split again. */
  record Expose(Slice slice, Word keyword, List<Word> ports) implements Instruction {
    public Expose {
      ports = List.copyOf(ports);
    }
  }

  /** VOLUME, in either form. */
  record Volume(Slice slice, Word keyword, List<Word> paths) implements Instruction {
    public Volume {
      paths = List.copyOf(paths);
    }
  }

  /** USER, its argument being the rest of the line. */
  record User(Slice slice, Word keyword, Word user) implements Instruction {}

  /** WORKDIR, its argument being the rest of the line. */
  record Workdir(Slice slice, Word keyword, Word path) implements Instruction {}

  /** STOPSIGNAL. */
  record StopSignal(Slice slice, Word keyword, List<Flag> flags, Word signal)
      implements Instruction {
    public StopSignal {
      flags = List.copyOf(flags);
    }
  }

  /** MAINTAINER, its argument being the rest of the line. */
  record Maintainer(Slice slice, Word keyword, Word text) implements Instruction {}

  /** ONBUILD, with the instruction that a later build will run; it owns the heredocs. */
  record Onbuild(Slice slice, Word keyword, Instruction trigger) implements Instruction {}

  /** A known keyword with flags or arguments that BuildKit refuses; a problem says why. */
  record Refused(Slice slice, Word keyword, List<Flag> flags, Slice body) implements Instruction {
    public Refused {
      flags = List.copyOf(flags);
    }
  }

  /** A keyword that BuildKit does not know, kept so that no text is lost. */
  record Unknown(Slice slice, Word keyword, List<Flag> flags, Slice body) implements Instruction {
    public Unknown {
      flags = List.copyOf(flags);
    }
  }
}
