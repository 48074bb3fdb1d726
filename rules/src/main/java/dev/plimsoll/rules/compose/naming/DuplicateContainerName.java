package dev.plimsoll.rules.compose.naming;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A container's name is taken by the first service that starts, and the second one fails. */
@RuleInfo(
    id = "compose/duplicate-container-name",
    title = "Two services share one container name",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "dclint:no-duplicate-container-names")
public final class DuplicateContainerName extends ComposeRule {

  @Override
  public void across(ComposeSet set, RuleContext context) {
    List<ComposeService> named = new ArrayList<>();
    for (ComposeService service : set.services()) {
      Optional<Scalar> name = service.scalar("container_name");
      if (name.isEmpty() || name.get().text().isEmpty()) {
        continue;
      }
      for (ComposeService other : named) {
        if (isSame(name.get(), other.scalar("container_name").orElseThrow())
            && service.runsBeside(other)) {
          report(service, other, set, context);
          break;
        }
      }
      named.add(service);
    }
  }

  /** Whether both are the same: by default, or as they are spelled with the same variables. */
  private static boolean isSame(Scalar name, Scalar other) {
    boolean known = name.known().isPresent() && other.known().isPresent();
    return known
        ? name.known().equals(other.known())
        : name.slice().text().equals(other.slice().text());
  }

  private static void report(
      ComposeService service, ComposeService other, ComposeSet set, RuleContext context) {
    Slice name = service.scalar("container_name").orElseThrow().slice();
    Slice first = other.scalar("container_name").orElseThrow().slice();
    boolean inherited = !set.files().contains(name.place().file()) || name.equals(first);
    context.report(
        Finding.at(
                service.anchor("container_name"),
                inherited ? service.key() : name,
                "service %s has the container name %s, too",
                other.key(),
                name)
            .related(first, "the name is given here first"));
  }
}
