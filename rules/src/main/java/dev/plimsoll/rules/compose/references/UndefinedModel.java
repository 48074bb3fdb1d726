package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Map;
import java.util.Set;

/** Compose starts nothing at all while a service asks for a model that is not declared. */
@RuleInfo(
    id = "compose/undefined-model",
    title = "Model is not declared",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class UndefinedModel extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Map<String, Member> models = service.members("models");
    if (models.isEmpty() || !Undeclared.isSettled(set, file)) {
      return;
    }
    Set<String> known = set.section("models").keySet();
    for (Map.Entry<String, Member> entry : models.entrySet()) {
      Member model = entry.getValue();
      if (!known.contains(entry.getKey()) && !Undeclared.isVariable(model.key())) {
        context.report(
            new Undeclared(service.anchor("models"), model.key(), entry.getKey(), known)
                .finding("model %s is not declared under models%s"));
      }
    }
  }
}
