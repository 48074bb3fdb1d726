package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.policy.PolicyRule;
import dev.plimsoll.policy.PolicySubject;
import dev.plimsoll.rule.RuleContext;
import java.util.List;
import java.util.Optional;

/** Calls the user's own rules for a file. */
final class PolicyDispatch {

  private final Selection<PolicyRule> policies;

  PolicyDispatch(Selection<PolicyRule> policies) {
    this.policies = policies;
  }

  void walk(SourceModel model, RuleRun rules) {
    Optional<PolicySubject> judged = PolicySubject.of(model);
    if (judged.isEmpty()) {
      return;
    }
    PolicySubject subject = judged.get();
    List<Active<PolicyRule>> active = policies.overriding(subject.language().id());
    rules.each(
        active,
        new RuleRun.Call<>() {
          @Override
          void on(PolicyRule rule, RuleContext context) {
            rule.file(subject, context);
          }
        });
  }
}
