package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Compose refuses the whole project where it cannot tell what one service is to run. */
@RuleInfo(
    id = "compose/service-without-image",
    title = "Service has neither image nor build",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class ServiceWithoutImage extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (runsSomething(service)
        || !set.isWhole()
        || isPartlyRead(set, file)
        || isOrphan(service, set)
        || isCompletedByHand(service, file, context)) {
      return;
    }
    context.report(
        Finding.at(
            service.anchor(),
            service.key(),
            "%s has neither image nor build: Compose cannot tell what to run",
            service.key()));
  }

  private static boolean runsSomething(ComposeService service) {
    return service.has("image") || service.has("build") || service.has("provider");
  }

  /** Whether a file that is named on the command line, or by a dev container, says it. */
  private static boolean isCompletedByHand(
      ComposeService service, ComposeFile file, RuleContext context) {
    if (file.name().contains(".devcontainer/")) {
      return true;
    }
    if (!(context.compose().composeSetsOver(file) instanceof Answer.Known<List<ComposeSet>> sets)) {
      return true;
    }
    for (ComposeSet over : sets.value()) {
      Optional<ComposeService> same = over.service(service.name());
      if (same.isPresent() && runsSomething(same.get())) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is missing may stand in what could not be read, included or extended. */
  private static boolean isPartlyRead(ComposeSet set, ComposeFile file) {
    for (Refusal refusal : set.refusals()) {
      if (refusal.kind() == Refusal.Kind.YAML
          || refusal.kind() == Refusal.Kind.EXTENDS
          || refusal.kind() == Refusal.Kind.INCLUDE) {
        return true;
      }
    }
    return !file.problems().isEmpty();
  }

  /** Whether it stands in an override alone, which has a rule of its own. */
  private static boolean isOrphan(ComposeService service, ComposeSet set) {
    String base = set.files().get(0);
    return set.files().size() > 1
        && !service.key().place().file().equals(base)
        && !isPartlyOf(service.body(), base);
  }

  private static boolean isPartlyOf(ComposeNode node, String file) {
    if (node instanceof ComposeNode.Table table) {
      for (ComposeNode.Member member : table.members().values()) {
        if (isPartlyOf(member.value(), file)) {
          return true;
        }
      }
      return false;
    }
    if (node instanceof ComposeNode.Items items) {
      for (ComposeNode item : items.items()) {
        if (isPartlyOf(item, file)) {
          return true;
        }
      }
      return false;
    }
    return node.slice().place().file().equals(file);
  }
}
