package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;

/** No tool reads a document behind such an error, or each reads another one. */
@RuleInfo(
    id = "openapi/syntax-error",
    title = "File is not valid YAML or JSON",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "spectral:parser")
public final class SyntaxError extends OpenApiRule {

  @Override
  public void file(OpenApiFile file, RuleContext context) {
    for (Problem problem : file.problems()) {
      if (problem.kind() != Problem.Kind.DUPLICATE_KEY) {
        context.report(Finding.at(Anchor.FILE, problem.slice(), "%s", problem.message()));
      }
    }
  }
}
