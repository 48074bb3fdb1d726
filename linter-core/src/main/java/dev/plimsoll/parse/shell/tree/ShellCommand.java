package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** A simple or compound command, XCU 2.9.1 and 2.9.4, or a function definition, 2.9.5. */
public sealed interface ShellCommand permits SimpleCommand, ShellCommand.Compound {

  /** From its first character to its last, redirections included. */
  Slice slice();

  /** In the order of the text. */
  List<Redirection> redirections();

  /** A command made of commands, or one that is none of a program. */
  sealed interface Compound extends ShellCommand {}

  /** {@code { …; }}. */
  record Group(Slice slice, Block body, List<Redirection> redirections) implements Compound {
    public Group {
      redirections = List.copyOf(redirections);
    }
  }

  /** {@code ( … )}. */
  record Subshell(Slice slice, Block body, List<Redirection> redirections) implements Compound {
    public Subshell {
      redirections = List.copyOf(redirections);
    }
  }

  /** {@code if … then … elif … then … else … fi}. */
  record If(
      Slice slice, List<Branch> branches, Optional<Block> otherwise, List<Redirection> redirections)
      implements Compound {
    public If {
      branches = List.copyOf(branches);
      redirections = List.copyOf(redirections);
    }

    /** A condition and what runs if it holds. */
    public record Branch(Block condition, Block body) {}
  }

  /** {@code while} or {@code until}. */
  record Loop(
      Slice slice, Slice keyword, Block condition, Block body, List<Redirection> redirections)
      implements Compound {
    public Loop {
      redirections = List.copyOf(redirections);
    }
  }

  /**
   * {@code for}, or bash's {@code select}.
   *
   * @param variable empty for bash's arithmetic form
   * @param items absent without {@code in}: the positional parameters
   */
  record For(
      Slice slice,
      Slice keyword,
      Optional<ShellWord> variable,
      Optional<List<ShellWord>> items,
      List<Substitution> substitutions,
      Block body,
      List<Redirection> redirections)
      implements Compound {
    public For {
      items = items.map(List::copyOf);
      substitutions = List.copyOf(substitutions);
      redirections = List.copyOf(redirections);
    }
  }

  /** {@code case … in … esac}. */
  record Case(Slice slice, ShellWord subject, List<Arm> arms, List<Redirection> redirections)
      implements Compound {
    public Case {
      arms = List.copyOf(arms);
      redirections = List.copyOf(redirections);
    }

    /** Patterns, and what runs if one matches. */
    public record Arm(List<ShellWord> patterns, Block body) {
      public Arm {
        patterns = List.copyOf(patterns);
      }
    }
  }

  /** bash's {@code [[ … ]]}: its words, operators that are words among them. */
  record Condition(Slice slice, List<ShellWord> words, List<Redirection> redirections)
      implements Compound {
    public Condition {
      words = List.copyOf(words);
      redirections = List.copyOf(redirections);
    }
  }

  /** bash's {@code (( … ))}. */
  record Arithmetic(Slice slice, List<Substitution> substitutions, List<Redirection> redirections)
      implements Compound {
    public Arithmetic {
      substitutions = List.copyOf(substitutions);
      redirections = List.copyOf(redirections);
    }
  }

  /** A function definition; its body runs where it is called. */
  record Function(Slice slice, ShellWord name, ShellCommand body) implements Compound {
    @Override
    public List<Redirection> redirections() {
      return List.of();
    }
  }

  /** Text that is no command in this dialect; no rule judges it. */
  record Unknown(Slice slice) implements Compound {
    @Override
    public List<Redirection> redirections() {
      return List.of();
    }
  }
}
