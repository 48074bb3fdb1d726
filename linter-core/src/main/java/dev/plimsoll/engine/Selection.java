package dev.plimsoll.engine;

import dev.plimsoll.config.RulePlan;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleTable;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** The rules of one table that run under one plan, by hook. */
final class Selection<R extends Rule> {

  private final RuleTable<R> table;
  private final List<Active<R>> active = new ArrayList<>();
  private final int[] slotOf;

  Selection(RuleTable<R> table, RulePlan plan, Witnesses witnesses, int firstSlot) {
    this.table = table;
    this.slotOf = new int[table.size()];
    for (int rule = 0; rule < table.size(); rule++) {
      slotOf[rule] = -1;
      String id = table.id(rule);
      boolean chosen = plan.enabled(id, table.profile(rule));
      if (chosen || (witnesses == Witnesses.RUN && table.severity(rule) == Severity.ERROR)) {
        slotOf[rule] = active.size();
        active.add(activate(rule, plan, firstSlot + active.size(), chosen));
      }
    }
  }

  /** Whether error rules that are switched off run too: only a proof needs them. */
  enum Witnesses {
    RUN,
    SKIP
  }

  private Active<R> activate(int rule, RulePlan plan, int slot, boolean chosen) {
    String id = table.id(rule);
    return new Active<>(
        id,
        table.create(rule),
        table.options(rule, plan.options(id)),
        slot,
        plan.severity(id, table.severity(rule)),
        table.confidence(rule),
        table.fixOrder(rule),
        chosen ? Active.Role.CHOSEN : Active.Role.WITNESS);
  }

  /** All that run, in the order of their ids. */
  List<Active<R>> all() {
    return active;
  }

  /** Those that override a hook, in the order of their ids. */
  List<Active<R>> overriding(String hook) {
    List<Active<R>> found = new ArrayList<>();
    for (int rule : table.overriding(hook)) {
      if (slotOf[rule] >= 0) {
        found.add(active.get(slotOf[rule]));
      }
    }
    return found;
  }
}
