package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compose starts nothing at all while a service joins a network that is not declared. */
@RuleInfo(
    id = "compose/undefined-network",
    title = "Network is not declared",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class UndefinedNetwork extends ComposeRule {

  /** Compose makes it by itself. */
  private static final String DEFAULT = "default";

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Map<String, Member> networks = service.members("networks");
    if (networks.isEmpty() || !Undeclared.isSettled(set, file)) {
      return;
    }
    List<String> known = new ArrayList<>(set.section("networks").keySet());
    known.add(DEFAULT);
    for (Map.Entry<String, Member> entry : networks.entrySet()) {
      String name = entry.getKey();
      if (!known.contains(name) && !Undeclared.isVariable(entry.getValue().key())) {
        Undeclared network =
            new Undeclared(service.anchor("networks"), entry.getValue().key(), name, known);
        Finding finding = network.finding("network %s is not declared under networks%s");
        Optional<Fix> renaming = network.renaming(file);
        Optional<Fix> fix = renaming.isPresent() ? renaming : network.declaring(file, "networks");
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      }
    }
  }
}
