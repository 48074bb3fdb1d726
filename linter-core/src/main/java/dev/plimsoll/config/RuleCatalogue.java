package dev.plimsoll.config;

import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.RuleSelectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules' metadata, loaded at the first question: most runs never ask. */
final class RuleCatalogue {

  private final RuleIndex index;
  private final List<RuleMeta> own;
  private final Map<String, RuleMeta> byId = new HashMap<>();
  private Optional<RuleSelectors> selectors = Optional.empty();

  RuleCatalogue(RuleIndex index) {
    this(index, List.of());
  }

  private RuleCatalogue(RuleIndex index, List<RuleMeta> own) {
    this.index = index;
    this.own = own;
  }

  /** These rules and the policies of a configuration. */
  RuleCatalogue with(List<Policy> policies) {
    List<RuleMeta> more = new ArrayList<>();
    for (Policy policy : policies) {
      more.add(policy.meta());
    }
    return more.isEmpty() ? this : new RuleCatalogue(index, more);
  }

  RuleSelectors selectors() {
    RuleSelectors made = selectors.orElseGet(() -> new RuleSelectors(all()));
    selectors = Optional.of(made);
    return made;
  }

  List<RuleMeta> all() {
    if (own.isEmpty()) {
      return index.metadata();
    }
    List<RuleMeta> all = new ArrayList<>(index.metadata());
    all.addAll(own);
    return all;
  }

  /** The metadata of a rule that a selector gave. */
  RuleMeta rule(String id) {
    if (byId.isEmpty()) {
      for (RuleMeta rule : all()) {
        byId.put(rule.id(), rule);
      }
    }
    RuleMeta found = byId.get(id);
    if (found == null) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return found;
  }
}
