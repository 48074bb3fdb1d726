package dev.plimsoll.engine;

import dev.plimsoll.config.RulePlan;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicyRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.OptionValues;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleTable;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Language;
import java.util.Arrays;
import java.util.List;

/** The policies of a configuration as rules; a hook of theirs is called like a language. */
final class PolicyTable extends RuleTable<PolicyRule> {

  private final List<Policy> policies;

  private PolicyTable(List<Policy> policies) {
    this.policies = List.copyOf(policies);
  }

  /** The policies that run under a plan; made here, so that a plan without any loads no class. */
  static Selection<PolicyRule> selection(
      RulePlan plan, Selection.Witnesses witnesses, int firstSlot) {
    return new Selection<>(new PolicyTable(plan.policies()), plan, witnesses, firstSlot);
  }

  @Override
  public int size() {
    return policies.size();
  }

  @Override
  public String id(int rule) {
    return policies.get(rule).id();
  }

  @Override
  public Severity severity(int rule) {
    return policies.get(rule).meta().severity();
  }

  @Override
  public Profile profile(int rule) {
    return policies.get(rule).meta().profile();
  }

  @Override
  public Confidence confidence(int rule) {
    return policies.get(rule).meta().confidence();
  }

  @Override
  public int fixOrder(int rule) {
    return 0;
  }

  @Override
  public PolicyRule create(int rule) {
    return new PolicyRule(policies.get(rule));
  }

  @Override
  public Record options(int rule, OptionValues values) {
    return policies.get(rule); // tells policies of one name under different configurations apart
  }

  @Override
  public int[] overriding(String hook) {
    int[] found = new int[policies.size()];
    int count = 0;
    for (int i = 0; i < policies.size(); i++) {
      for (Language language : policies.get(i).languages()) {
        if (language.id().equals(hook)) {
          found[count++] = i;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }
}
