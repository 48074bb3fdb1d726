package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compose starts nothing at all while a service asks for a config that is not declared. */
@RuleInfo(
    id = "compose/undefined-config",
    title = "Config is not declared",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class UndefinedConfig extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (Undeclared.isSettled(set, file)) {
      check(service.items("configs"), service.anchor("configs"), set, context);
    }
  }

  private static void check(
      List<ComposeNode> uses, Anchor anchor, ComposeSet set, RuleContext context) {
    Set<String> known = set.section("configs").keySet();
    for (ComposeNode use : uses) {
      Optional<Scalar> source = Undeclared.name(use, "source");
      if (source.isPresent() && !known.contains(source.get().known().orElseThrow())) {
        Scalar name = source.get();
        context.report(
            new Undeclared(anchor, name.slice(), name.known().orElseThrow(), known)
                .finding("config %s is not declared under configs%s"));
      }
    }
  }
}
