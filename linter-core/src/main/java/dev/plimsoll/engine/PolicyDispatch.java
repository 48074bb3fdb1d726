package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.policy.PolicyRule;
import dev.plimsoll.policy.PolicySubject;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Language;
import java.util.List;
import java.util.Optional;

/** Calls the user's own rules for a file. */
final class PolicyDispatch {

  private final Selection<PolicyRule> policies;

  PolicyDispatch(Selection<PolicyRule> policies) {
    this.policies = policies;
  }

  /** Judges a file that is judged by itself. */
  void walk(SourceModel model, RuleRun rules) {
    Optional<PolicySubject> subject = PolicySubject.of(model);
    if (subject.isPresent()) {
      walk(subject.get(), rules);
    }
  }

  /** Judges the descriptions that a file is a part of; what is found in other files is theirs. */
  void walk(OpenApiFile file, List<OpenApiDescription> apis, SharedFindings shared, RuleRun rules) {
    List<Active<PolicyRule>> active = policies.overriding(Language.OPENAPI.id());
    if (active.isEmpty()) {
      return;
    }
    for (OpenApiDescription api : apis) {
      if (api.files().size() == 1) {
        walk(PolicySubject.of(api), rules);
      } else {
        for (Active<PolicyRule> each : active) {
          part(each, api, file, shared, rules);
        }
      }
    }
  }

  private void walk(PolicySubject subject, RuleRun rules) {
    rules.each(
        policies.overriding(subject.language().id()),
        new RuleRun.Call<>() {
          @Override
          void on(PolicyRule rule, RuleContext context) {
            rule.judge(subject, context);
          }
        });
  }

  private static void part(
      Active<PolicyRule> active,
      OpenApiDescription api,
      OpenApiFile file,
      SharedFindings shared,
      RuleRun rules) {
    rules.each(
        List.of(active),
        new RuleRun.Call<>() {
          @Override
          void on(PolicyRule rule, RuleContext context) {
            context.keepTo(file.name());
            shared.reportPolicy(active, api, file.name(), context);
          }
        });
  }
}
