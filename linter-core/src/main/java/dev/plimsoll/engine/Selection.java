package dev.plimsoll.engine;

import dev.plimsoll.config.RulePlan;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleTable;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one table that run under one plan, by hook. They are made when a file of their
 * language is met: a process that looks at one file loads no others. Safe for use by threads.
 */
final class Selection<R extends Rule> {

  private static final int NOT_RUN = -1;

  private final RuleTable<R> table;
  private final RulePlan plan;
  private final int firstSlot;
  private final int[] slotOf;
  private final List<String> chosen = new ArrayList<>();
  private final int size;
  private Optional<List<Active<R>>> active = Optional.empty();

  Selection(RuleTable<R> table, RulePlan plan, Witnesses witnesses, int firstSlot) {
    this.table = table;
    this.plan = plan;
    this.firstSlot = firstSlot;
    this.slotOf = new int[table.size()];
    int next = 0;
    for (int rule = 0; rule < table.size(); rule++) {
      boolean isChosen = plan.enabled(table.id(rule), table.profile(rule));
      boolean isWitness = witnesses == Witnesses.RUN && table.severity(rule) == Severity.ERROR;
      slotOf[rule] = isChosen || isWitness ? next++ : NOT_RUN;
      if (isChosen) {
        chosen.add(table.id(rule));
      }
    }
    this.size = next;
  }

  /** Whether error rules that are switched off run too: only a proof needs them. */
  enum Witnesses {
    RUN,
    SKIP
  }

  private Active<R> activate(int rule) {
    String id = table.id(rule);
    return new Active<>(
        id,
        table.create(rule),
        table.options(rule, plan.options(id)),
        firstSlot + slotOf[rule],
        plan.severity(id, table.severity(rule)),
        table.confidence(rule),
        table.fixOrder(rule),
        plan.errorModel(),
        plan.enabled(id, table.profile(rule)) ? Active.Role.CHOSEN : Active.Role.WITNESS);
  }

  /** How many run. */
  int size() {
    return size;
  }

  /** The ids of those that were chosen, in their order. */
  List<String> chosen() {
    return chosen;
  }

  /** All that run, in the order of their ids. */
  synchronized List<Active<R>> all() {
    if (active.isPresent()) {
      return active.get();
    }
    List<Active<R>> made = new ArrayList<>();
    for (int rule = 0; rule < table.size(); rule++) {
      if (slotOf[rule] != NOT_RUN) {
        made.add(activate(rule));
      }
    }
    active = Optional.of(made);
    return made;
  }

  /** Those that override a hook, in the order of their ids. */
  List<Active<R>> overriding(String hook) {
    List<Active<R>> all = all();
    List<Active<R>> found = new ArrayList<>();
    for (int rule : table.overriding(hook)) {
      if (slotOf[rule] != NOT_RUN) {
        found.add(all.get(slotOf[rule]));
      }
    }
    return found;
  }
}
