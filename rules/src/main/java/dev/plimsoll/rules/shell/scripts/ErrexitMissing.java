package dev.plimsoll.rules.shell.scripts;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.command.ShellOptions;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Only the last command of a script decides whether the build fails. */
@RuleInfo(
    id = "shell/errexit-missing",
    title = "Build or boot script goes on after a failure",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class ErrexitMissing extends ShellRule {

  private static final Set<String> HARMLESS =
      Set.of(
          ":",
          "alias",
          "declare",
          "echo",
          "exec",
          "exit",
          "export",
          "local",
          "printf",
          "readonly",
          "return",
          "set",
          "shopt",
          "sleep",
          "trap",
          "true",
          "type",
          "typeset",
          "ulimit",
          "umask",
          "unset",
          "which");

  @Override
  public void script(ScriptContext script, RuleContext context) {
    // A command line of several lines is one list, or two with a semicolon that somebody chose.
    if (script instanceof Run run && !run.run().heredocs().isEmpty()) {
      check(script, context);
    }
  }

  private static void check(ScriptContext script, RuleContext context) {
    if (script.script().tree().isEmpty() || setsErrexit(script)) {
      return;
    }
    List<Chain> chains = script.script().tree().get().body().chains();
    List<Command> commands = script.script().commands();
    for (int i = 0; i + 1 < chains.size(); i++) {
      Optional<Command> culprit = culprit(chains.get(i), commands);
      if (culprit.isPresent()
          && !isNoticed(culprit.get(), chains.subList(i + 1, chains.size()), commands)) {
        report(script, culprit.get(), chains.get(0), context);
        return;
      }
    }
  }

  private static boolean setsErrexit(ScriptContext script) {
    if (ShellOptions.given(script.interpreter(), "errexit", 'e')) {
      return true;
    }
    for (Command command : script.script().commands()) {
      if (command.host().isEmpty() && ShellOptions.set(command, "errexit", 'e').isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * A command whose failure nothing in its list answers: the last one of a list without {@code ||}.
   */
  private static Optional<Command> culprit(Chain chain, List<Command> commands) {
    if (isAnswered(chain)) {
      return Optional.empty();
    }
    Optional<Command> first = first(chain, commands);
    boolean mayFail = first.isPresent() && !HARMLESS.contains(first.get().program());
    return mayFail ? first : Optional.empty();
  }

  private static boolean isAnswered(Chain chain) {
    if (chain.isBackground()) {
      return true;
    }
    for (Chain.Link link : chain.links()) {
      if (link.operator().isPresent() && link.operator().get().text().equals("||")) {
        return true;
      }
    }
    return false;
  }

  /** The command a list begins with; none where that is a compound one, or an assignment. */
  private static Optional<Command> first(Chain chain, List<Command> commands) {
    Span start = chain.links().get(0).pipeline().slice().place().span();
    for (Command command : commands) {
      if (command.slice().place().span().start() == start.start()) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /** Whether a list that comes later fails too, which either is the last one or reported itself. */
  private static boolean isNoticed(Command failed, List<Chain> later, List<Command> commands) {
    for (Chain chain : later) {
      Optional<Command> next = isAnswered(chain) ? Optional.empty() : first(chain, commands);
      if (next.isPresent() && FailsWith.fails(next.get(), failed)) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      ScriptContext script, Command culprit, Chain first, RuleContext context) {
    context.report(
        Finding.at(
                script.anchor(),
                culprit.name().slice(),
                "the build goes on when %s fails: the script has no set -e",
                culprit.name().slice())
            .withFix(
                Fix.unsafe(
                        "Begin the script with set -e",
                        ShellEdits.insertLineBefore(first.slice(), "set -e"))
                    .changing(script.anchor())
                    .declaring(
                        ModelChange.of(
                            ModelChange.Kind.ADD,
                            culprit.slice().place().file(),
                            script.anchor()))));
  }
}
