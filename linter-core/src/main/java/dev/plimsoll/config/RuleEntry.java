package dev.plimsoll.config;

import dev.plimsoll.rule.RuleSelectors.Resolution;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry below {@code rules}.
 *
 * @param origin the selector, as it is written
 */
record RuleEntry(
    Resolution rules,
    Verdict verdict,
    Optional<Severity> severity,
    List<OptionEntry> options,
    Slice origin) {

  RuleEntry {
    options = List.copyOf(options);
  }

  /**
   * An option and its value.
   *
   * @param rules those of the entry's rules that have the option
   * @param values as in YAML, several for a list
   */
  record OptionEntry(String name, Set<String> rules, List<String> values, Slice origin) {
    OptionEntry {
      rules = Set.copyOf(rules);
      values = List.copyOf(values);
    }
  }
}
