package dev.plimsoll.rules.shell.size;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.shell.tree.Block;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The named edits of a Dockerfile that concern several RUN instructions. */
final class RunEdits {

  /** What changes the shell for the commands after it. */
  private static final Set<String> LASTING =
      Set.of(
          ".",
          "alias",
          "cd",
          "eval",
          "exec",
          "exit",
          "export",
          "hash",
          "popd",
          "pushd",
          "read",
          "readonly",
          "return",
          "set",
          "shopt",
          "source",
          "trap",
          "ulimit",
          "umask",
          "unset");

  private RunEdits() {}

  /**
   * Makes one RUN of several that follow each other, their commands joined by {@code &&}.
   *
   * @return {@link Edit.Impossible} alone where a later command would then run otherwise: in
   *     another folder, with another flag, after a command that may fail
   */
  static List<Edit> join(DockerfileModel file, List<Run> runs) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (!isOneList(run) || (i + 1 < runs.size() && lasts(run))) {
        return List.of(new Edit.Impossible("its commands are no plain list"));
      }
      if (i > 0) {
        edits.add(between(file, runs.get(i - 1), run));
      }
    }
    return edits;
  }

  private static Edit between(DockerfileModel file, Run one, Run next) {
    SourceText source = file.source();
    int from = one.run().slice().place().span().end();
    int keyword = next.run().slice().place().span().start();
    String gap = keyword < from ? "?" : source.content().substring(from, keyword);
    if (!gap.isBlank() || !flags(one).equals(flags(next))) {
      return new Edit.Impossible("something stands between them");
    }
    int to = next.run().command().slice().place().span().start();
    String text = " " + file.tree().escape() + source.lineEndingAt(from) + "    && ";
    return new Edit.Replace(source.name(), new Span(from, to), text);
  }

  private static String flags(Run run) {
    StringBuilder text = new StringBuilder();
    for (Flag flag : run.run().flags()) {
      text.append(flag.slice().text()).append('\n');
    }
    return text.toString();
  }

  /** Whether it is one list of commands of which each runs only after the one before it worked. */
  private static boolean isOneList(Run run) {
    Optional<ScriptTree> tree = run.script().tree();
    if (run.isTrigger()
        || !run.run().heredocs().isEmpty()
        || !(run.run().command() instanceof CommandLine.ShellForm)
        || tree.isEmpty()
        || !tree.get().comments().isEmpty()
        || !run.script().problems().isEmpty()) {
      return false;
    }
    Block body = tree.get().body();
    return body.chains().size() == 1 && isConjunction(body.chains().get(0));
  }

  private static boolean isConjunction(Chain chain) {
    boolean conjunction = chain.terminator().isEmpty();
    for (Chain.Link link : chain.links()) {
      conjunction &= link.operator().isEmpty() || link.operator().get().text().equals("&&");
    }
    return conjunction;
  }

  private static boolean lasts(Run run) {
    for (Command command : run.script().commands()) {
      if (LASTING.contains(command.program())) {
        return true;
      }
    }
    Block body = run.script().tree().orElseThrow().body();
    for (Chain.Link link : body.chains().get(0).links()) {
      for (ShellCommand command : link.pipeline().commands()) {
        boolean plain = command instanceof SimpleCommand simple && !simple.words().isEmpty();
        if (!plain) {
          return true; // an assignment, a function, a loop that may set variables
        }
      }
    }
    return false;
  }
}
