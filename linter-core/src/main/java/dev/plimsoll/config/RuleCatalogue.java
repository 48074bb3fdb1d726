package dev.plimsoll.config;

import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.RuleSelectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules' metadata, loaded at the first question: most runs never ask. */
final class RuleCatalogue {

  private final RuleIndex index;
  private final Map<String, RuleMeta> byId = new HashMap<>();
  private Optional<RuleSelectors> selectors = Optional.empty();

  RuleCatalogue(RuleIndex index) {
    this.index = index;
  }

  RuleSelectors selectors() {
    RuleSelectors made = selectors.orElseGet(() -> new RuleSelectors(index.metadata()));
    selectors = Optional.of(made);
    return made;
  }

  List<RuleMeta> all() {
    return index.metadata();
  }

  /** The metadata of a rule that a selector gave. */
  RuleMeta rule(String id) {
    if (byId.isEmpty()) {
      for (RuleMeta rule : index.metadata()) {
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
