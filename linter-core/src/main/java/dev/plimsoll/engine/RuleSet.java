package dev.plimsoll.engine;

import dev.plimsoll.config.RulePlan;
import dev.plimsoll.policy.PolicyRule;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.IgnoreRule;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.ShellRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that runs under one plan. Made once a plan; shared by threads, since rules hold no
 * state.
 */
final class RuleSet {

  private final RulePlan plan;
  private final Selection<DockerfileRule> dockerfile;
  private final Selection<ShellRule> shell;
  private final Selection<ComposeRule> compose;
  private final Selection<OpenApiRule> openApi;
  private final Selection<ProjectRule> project;
  private final Selection<IgnoreRule> ignores;
  private final Optional<Selection<PolicyRule>> policies;
  private final int slots;

  RuleSet(RuleIndex index, RulePlan plan, Selection.Witnesses witnesses) {
    this.plan = plan;
    this.dockerfile = new Selection<>(index.dockerfile(), plan, witnesses, 0);
    int next = dockerfile.size();
    this.shell = new Selection<>(index.shell(), plan, witnesses, next);
    next += shell.size();
    this.compose = new Selection<>(index.compose(), plan, witnesses, next);
    next += compose.size();
    this.openApi = new Selection<>(index.openApi(), plan, witnesses, next);
    next += openApi.size();
    this.project = new Selection<>(index.project(), plan, witnesses, next);
    next += project.size();
    this.ignores = new Selection<>(index.ignores(), plan, witnesses, next);
    next += ignores.size();
    this.policies =
        plan.policies().isEmpty()
            ? Optional.empty()
            : Optional.of(PolicyTable.selection(plan, witnesses, next));
    this.slots = policies.isEmpty() ? next : next + policies.get().size();
  }

  RulePlan plan() {
    return plan;
  }

  Selection<DockerfileRule> dockerfile() {
    return dockerfile;
  }

  Selection<ShellRule> shell() {
    return shell;
  }

  Selection<ComposeRule> compose() {
    return compose;
  }

  Selection<OpenApiRule> openApi() {
    return openApi;
  }

  Selection<ProjectRule> project() {
    return project;
  }

  Selection<IgnoreRule> ignores() {
    return ignores;
  }

  /** The user's own rules, where the configuration has some. */
  Optional<Selection<PolicyRule>> policies() {
    return policies;
  }

  /** How many rules run; their slots count from 0. */
  int slots() {
    return slots;
  }

  /** The ids of the rules that were chosen. */
  List<String> chosen() {
    List<String> ids = new ArrayList<>();
    ids.addAll(dockerfile.chosen());
    ids.addAll(shell.chosen());
    ids.addAll(compose.chosen());
    ids.addAll(openApi.chosen());
    ids.addAll(project.chosen());
    ids.addAll(ignores.chosen());
    if (policies.isPresent()) {
      ids.addAll(policies.get().chosen());
    }
    return ids;
  }
}
