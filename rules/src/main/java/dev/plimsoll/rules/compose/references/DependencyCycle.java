package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of services that wait for each other none can be the first, so Compose starts nothing at all. */
@RuleInfo(
    id = "compose/dependency-cycle",
    title = "Services depend on each other in a circle",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class DependencyCycle extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    Walk walk = new Walk(context);
    for (ComposeService service : set.services()) {
      walk.add(service);
    }
    for (ComposeService service : set.services()) {
      walk.from(service);
    }
  }

  /** Goes from each service to those that it needs, and reports the step that closes a circle. */
  private static final class Walk {

    private final RuleContext context;
    private final Map<String, ComposeService> services = new HashMap<>();
    private final List<String> way = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    Walk(RuleContext context) {
      this.context = context;
    }

    void add(ComposeService service) {
      services.put(service.name(), service);
    }

    void from(ComposeService service) {
      if (!done.add(service.name())) {
        return;
      }
      way.add(service.name());
      Set<String> seen = new HashSet<>();
      for (Need need : Need.of(service)) {
        ComposeService other = services.get(need.name());
        if (other == null || !seen.add(need.name())) {
          continue;
        }
        int start = way.indexOf(need.name());
        if (start >= 0) {
          report(need, service, start);
        } else {
          from(other);
        }
      }
      way.remove(way.size() - 1);
    }

    private void report(Need need, ComposeService service, int start) {
      if (start == way.size() - 1) {
        context.report(
            Finding.at(
                service.anchor(need.key()), need.place(), "%s needs itself", service.name()));
        return;
      }
      List<String> circle = new ArrayList<>(way.subList(start, way.size()));
      circle.add(need.name());
      context.report(
          Finding.at(
              service.anchor(need.key()),
              need.place(),
              "the services wait for each other: %s",
              String.join(" needs ", circle)));
    }
  }
}
