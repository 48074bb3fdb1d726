package dev.plimsoll.config;

import dev.plimsoll.rule.RuleSelectors.Reach;
import java.util.ArrayList;
import java.util.List;

/**
 * What one place says about rules: {@code rules}, {@code select} and {@code ignore} side by side.
 *
 * @param rules in the order in which they count: kinds first, so that names have the last word
 */
record Layer(Selection selection, List<RuleEntry> rules) {

  Layer {
    List<RuleEntry> ordered = new ArrayList<>();
    for (RuleEntry entry : rules) {
      if (entry.rules().reach() == Reach.KIND) {
        ordered.add(entry);
      }
    }
    for (RuleEntry entry : rules) {
      if (entry.rules().reach() == Reach.NAME) {
        ordered.add(entry);
      }
    }
    rules = List.copyOf(ordered);
  }

  /** The entries speak before what is selected and ignored. */
  Verdict verdict(String rule) {
    Verdict said = Verdict.SILENT;
    for (RuleEntry entry : rules) {
      if (entry.verdict() != Verdict.SILENT && entry.rules().ids().contains(rule)) {
        said = entry.verdict();
      }
    }
    return said == Verdict.SILENT ? selection.verdict(rule) : said;
  }

  /** Whether the rule is switched on by its own name. */
  boolean names(String rule) {
    boolean named = selection.names(rule);
    for (RuleEntry entry : rules) {
      named |=
          entry.verdict() == Verdict.ON
              && entry.rules().reach() == Reach.NAME
              && entry.rules().ids().contains(rule);
    }
    return named;
  }

  boolean isSilent() {
    return rules.isEmpty() && selection.isSilent();
  }
}
