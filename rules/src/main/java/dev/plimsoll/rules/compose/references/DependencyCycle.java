package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceNeed;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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

  private static final int MOST_NAMES = 20;

  @Override
  public void across(ComposeSet set, RuleContext context) {
    Walk walk = new Walk(context);
    for (ComposeService service : set.services()) {
      walk.add(service);
    }
    for (ComposeService service : set.services()) {
      walk.from(service);
    }
  }

  /** A service on the way, and which of its needs are still to be followed. */
  private record Visit(ComposeService service, Iterator<ServiceNeed> needs, Set<String> seen) {}

  /** Goes from each service to those that it needs, and reports the step that closes a circle. */
  private static final class Walk {

    private final RuleContext context;
    private final Map<String, ComposeService> services = new HashMap<>();
    private final List<String> way = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>(); // on the way
    private final Set<String> done = new HashSet<>();
    private final Deque<Visit> open = new ArrayDeque<>(); // no recursion: a way may be long

    Walk(RuleContext context) {
      this.context = context;
    }

    void add(ComposeService service) {
      services.put(service.name(), service);
    }

    void from(ComposeService service) {
      enter(service);
      while (!open.isEmpty()) {
        Visit visit = open.peek();
        if (visit.needs().hasNext()) {
          step(visit.needs().next(), visit);
        } else {
          open.pop();
          places.remove(way.remove(way.size() - 1));
        }
      }
    }

    private void enter(ComposeService service) {
      if (done.add(service.name())) {
        open.push(new Visit(service, ServiceNeed.of(service).iterator(), new HashSet<>()));
        places.put(service.name(), way.size());
        way.add(service.name());
      }
    }

    private void step(ServiceNeed need, Visit visit) {
      ComposeService other = services.get(need.name());
      if (other == null || !visit.seen().add(need.name())) {
        return;
      }
      Integer start = places.get(need.name());
      if (start == null) {
        enter(other);
      } else {
        report(need, visit.service(), start);
      }
    }

    private void report(ServiceNeed need, ComposeService service, int start) {
      if (start == way.size() - 1) {
        context.report(
            Finding.at(
                service.anchor(need.key()), need.place(), "%s needs itself", service.name()));
        return;
      }
      List<String> circle = new ArrayList<>(way.subList(start, way.size()));
      if (circle.size() > MOST_NAMES) {
        circle.subList(MOST_NAMES / 2, circle.size() - MOST_NAMES / 2).clear();
        circle.add(MOST_NAMES / 2, "\u2026");
      }
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
