package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/** One in a few installations fails to start, and the next try works. */
@RuleInfo(
    id = "compose/unescaped-generated-secret",
    title = "Generated secret breaks the URL or line it enters",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.NONE)
public final class UnescapedGeneratedSecret extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (VariableUse use : set.variablesIn(file.name())) {
      if (UrlPassword.isAt(file.source().slice(use.expression().place().span()))
          && context.compose().isGeneratedInBase64(set, use.name().text())) {
        Optional<ContainerVariable> variable =
            ContainerVariable.around(use.expression(), set, file);
        Anchor anchor =
            variable.isPresent() ? variable.get().anchor() : file.anchor(use.expression());
        context.report(
            Finding.at(
                anchor,
                use.expression(),
                "a script makes %s with base64: a slash in it ends the host of this URL,"
                    + " make it with openssl rand -hex",
                use.name()));
      }
    }
  }
}
