package dev.plimsoll.policy;

import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleMeta;

/** A policy at work. */
public final class PolicyRule extends Rule {

  private final Policy policy;

  public PolicyRule(Policy policy) {
    this.policy = policy;
  }

  /** What is said about it. */
  public RuleMeta meta() {
    return policy.meta();
  }

  /** Judges one file, or a description of several. */
  public void judge(PolicySubject subject, RuleContext context) {
    Verdicts verdicts = new Verdicts(subject, policy.message(), context);
    for (Check check : policy.checks()) {
      check.judge(subject, verdicts);
    }
  }
}
