package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** A tool that puts the text into a script runs it. */
@RuleInfo(
    id = "openapi/eval-in-description",
    title = "Description contains an eval call",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    aliases = {"spectral:no-eval-in-markdown", "vacuum:no-eval-in-markdown"},
    cwe = 95)
public final class EvalInDescription extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    for (Prose prose : Prose.suspicious(api)) {
      String text = prose.text();
      for (int at = text.indexOf(Prose.CALL); at >= 0; at = text.indexOf(Prose.CALL, at + 1)) {
        boolean isOtherName = at > 0 && isNamePart(text.charAt(at - 1));
        if (!isOtherName && !prose.isCode(at)) {
          context.report(
              Finding.at(
                  prose.object().anchor().child(prose.field()),
                  prose.place(at, at + Prose.CALL.length()),
                  "the %s calls eval: put code between backticks",
                  prose.field()));
        }
      }
    }
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }
}
