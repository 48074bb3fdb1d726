package dev.plimsoll.rules.dockerfile.syntax;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;

/** The builder stops here; what stands around it is still judged. */
@RuleInfo(
    id = "dockerfile/syntax-error",
    title = "Instruction cannot be parsed",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"hadolint:DL1000", "sonar:S2260"})
public final class SyntaxError extends DockerfileRule {

  @Override
  public void problem(Problem problem, RuleContext context) {
    context.report(Finding.at(Anchor.FILE, problem.slice(), "%s", problem.message()));
  }
}
