package dev.plimsoll.rules.dockerfile.health;

import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.Pipeline;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A line by which a shell starts what a container is for: what it runs last, and how. */
record StartLine(ScriptTree tree) {

  /** What the shell does itself: no program of the name need be in the image. XCU 2.15. */
  private static final Set<String> BUILTINS =
      Set.of(
          ".",
          ":",
          "alias",
          "bg",
          "break",
          "builtin",
          "cd",
          "command",
          "continue",
          "declare",
          "eval",
          "exec",
          "exit",
          "export",
          "fg",
          "getopts",
          "hash",
          "jobs",
          "local",
          "popd",
          "pushd",
          "read",
          "readonly",
          "return",
          "set",
          "shift",
          "shopt",
          "source",
          "times",
          "trap",
          "type",
          "typeset",
          "ulimit",
          "umask",
          "unalias",
          "unset",
          "wait");

  /** Whether the shell becomes its last program. */
  boolean endsInExec() {
    Optional<SimpleCommand> last = last();
    return last.isPresent()
        && last.get().words().size() > 1
        && last.get().words().get(0).text().equals("exec");
  }

  boolean endsInPipe() {
    List<Chain> chains = tree.body().chains();
    if (chains.isEmpty()) {
      return false;
    }
    List<Chain.Link> links = chains.get(chains.size() - 1).links();
    return links.get(links.size() - 1).pipeline().commands().size() > 1;
  }

  /** What runs last and is no part of a pipeline, of a loop, or of the background. */
  private Optional<SimpleCommand> last() {
    List<Chain> chains = tree.body().chains();
    if (chains.isEmpty()) {
      return Optional.empty();
    }
    Chain last = chains.get(chains.size() - 1);
    Pipeline pipeline = last.links().get(last.links().size() - 1).pipeline();
    return !last.isBackground()
            && pipeline.prefixes().isEmpty()
            && pipeline.commands().size() == 1
            && pipeline.commands().get(0) instanceof SimpleCommand simple
        ? Optional.of(simple)
        : Optional.empty();
  }

  /** The name of the last program, where the shell has no more to do once it is started. */
  Optional<ShellWord> lastProgram() {
    Optional<SimpleCommand> last = last();
    if (last.isEmpty() || !last.get().assignments().isEmpty() || last.get().words().isEmpty()) {
      return Optional.empty();
    }
    ShellWord name = last.get().words().get(0);
    return name.isLiteral() && !BUILTINS.contains(name.text())
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The one program that it starts, where no shell is needed to read its words. */
  Optional<SimpleCommand> only() {
    List<Chain> chains = tree.body().chains();
    if (chains.size() != 1 || !tree.comments().isEmpty()) {
      return Optional.empty();
    }
    Chain chain = chains.get(0);
    Pipeline pipeline = chain.links().get(0).pipeline();
    boolean single =
        chain.links().size() == 1
            && chain.terminator().isEmpty()
            && pipeline.prefixes().isEmpty()
            && pipeline.commands().size() == 1;
    return single
            && pipeline.commands().get(0) instanceof SimpleCommand simple
            && simple.assignments().isEmpty()
            && simple.redirections().isEmpty()
            && isLiteral(simple.words())
        ? Optional.of(simple)
        : Optional.empty();
  }

  private static boolean isLiteral(List<ShellWord> words) {
    for (ShellWord word : words) {
      if (!word.isLiteral()) {
        return false;
      }
    }
    return !words.isEmpty() && !BUILTINS.contains(words.get(0).text());
  }
}
