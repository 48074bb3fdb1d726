package dev.plimsoll.config;

import dev.plimsoll.rule.RuleSelectors.Resolution;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   */
  record OptionEntry(String name, Set<String> rules, OptionValue value, Slice origin) {
    OptionEntry {
      rules = Set.copyOf(rules);
    }
  }

  /**
   * A value that fits its option.
   *
   * @param texts as in YAML, several for a list, none for a map
   * @param entries of a map, in their order
   */
  record OptionValue(List<String> texts, Map<String, String> entries) {
    OptionValue {
      texts = List.copyOf(texts);
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static OptionValue of(String text) {
      return new OptionValue(List.of(text), Map.of());
    }
  }
}
