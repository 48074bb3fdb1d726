package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** No tool can read what is no YAML; Compose starts nothing of the project. */
@RuleInfo(
    id = "compose/invalid-yaml",
    title = "File is not well-formed YAML",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "dclint:invalid-yaml")
public final class InvalidYaml extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    for (Problem problem : file.problems()) {
      if (problem.kind() == Problem.Kind.SYNTAX) {
        context.report(
            Finding.at(file.anchor(problem.slice()), problem.slice(), "%s", problem.message()));
      }
    }
  }

  /** What is well-formed and still means nothing: an alias of no anchor, a list at the root. */
  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Refusal refusal : set.refusals()) {
      if (refusal.kind() == Refusal.Kind.YAML) {
        context.report(
            Finding.at(file.anchor(refusal.slice()), refusal.slice(), "%s", refusal.message()));
      }
    }
  }
}
