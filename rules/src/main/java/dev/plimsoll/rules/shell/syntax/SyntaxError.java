package dev.plimsoll.rules.shell.syntax;

import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import java.util.List;
import java.util.Set;

/** The shell stops here, having run what stands before, or nothing at all. */
@RuleInfo(
    id = "shell/syntax-error",
    title = "Script does not parse",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class SyntaxError extends ShellRule {

  /** Shells with a grammar of their own, of which only what they share with bash is read. */
  private static final Set<String> OTHERS = Set.of("ksh", "ksh93", "mksh", "zsh");

  @Override
  public void script(ScriptContext script, RuleContext context) {
    for (Problem problem : script.script().problems()) {
      if (problem.kind() == Problem.Kind.SYNTAX && !isOther(script.interpreter())) {
        context.report(Finding.at(script.anchor(), problem.slice(), "%s", problem.message()));
      }
    }
  }

  private static boolean isOther(List<String> interpreter) {
    String word = interpreter.isEmpty() ? "" : interpreter.get(0);
    return OTHERS.contains(word.substring(word.lastIndexOf('/') + 1));
  }
}
