package dev.plimsoll.run;

import dev.plimsoll.config.ConfigProblem;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.config.RulePlan;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.source.FoundFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param written one result for each set of files that fixes change together; none without writing
 */
public record CheckResult(
    LintResult lint,
    FoundFiles found,
    Configurations configurations,
    Recovery recovery,
    List<SetResult> written) {

  public CheckResult {
    written = List.copyOf(written);
  }

  public Outcome outcome() {
    return lint.outcome();
  }

  public List<ConfigProblem> configProblems() {
    return configurations.problems();
  }

  /** The configuration's own gate. */
  public Optional<Severity> failOn() {
    return configurations.failOn();
  }

  /** The sets that were not written, because of a refusal. */
  public List<SetResult> refused() {
    List<SetResult> refused = new ArrayList<>();
    for (SetResult set : written) {
      if (!set.isWritten()) {
        refused.add(set);
      }
    }
    return refused;
  }

  /** All rules that were chosen for one of the files, whether they fired or not, by id. */
  public List<RuleMeta> enabledRules(RuleIndex index) {
    List<RuleMeta> enabled = new ArrayList<>();
    for (RuleMeta rule : index.metadata()) {
      boolean chosen = configurations.planFor("").enabled(rule.id(), rule.profile());
      for (int i = 0; i < found.files().size() && !chosen; i++) {
        String file = found.files().get(i).name();
        chosen = configurations.planFor(file).enabled(rule.id(), rule.profile());
      }
      if (chosen) {
        enabled.add(rule);
      }
    }
    enabled.addAll(enabledPolicies());
    return enabled;
  }

  private Collection<RuleMeta> enabledPolicies() {
    SortedMap<String, RuleMeta> enabled = new TreeMap<>();
    for (FoundFiles.Found file : found.files()) {
      RulePlan plan = configurations.planFor(file.name());
      for (Policy policy : plan.policies()) {
        if (plan.enabled(policy.id(), policy.meta().profile())) {
          enabled.putIfAbsent(policy.id(), policy.meta());
        }
      }
    }
    return enabled.values();
  }
}
