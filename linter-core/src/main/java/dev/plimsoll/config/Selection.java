package dev.plimsoll.config;

import dev.plimsoll.rule.RuleSelectors.Reach;
import dev.plimsoll.rule.RuleSelectors.Resolution;
import java.util.HashSet;
import java.util.Set;

/**
 * What a {@code select} and an {@code ignore} beside it choose. A rule called by its name beats one
 * meant by its kind; where both call it alike, {@code ignore} wins.
 */
final class Selection {

  private final Set<String> namedOn = new HashSet<>();
  private final Set<String> namedOff = new HashSet<>();
  private final Set<String> kindOn = new HashSet<>();
  private final Set<String> kindOff = new HashSet<>();
  private boolean restricts;

  /** From now on, what is not selected is left out. */
  void restrict() {
    restricts = true;
  }

  void select(Resolution resolution) {
    (resolution.reach() == Reach.NAME ? namedOn : kindOn).addAll(resolution.ids());
  }

  void ignore(Resolution resolution) {
    (resolution.reach() == Reach.NAME ? namedOff : kindOff).addAll(resolution.ids());
  }

  Verdict verdict(String rule) {
    if (namedOff.contains(rule)) {
      return Verdict.OFF;
    }
    if (namedOn.contains(rule)) {
      return Verdict.ON;
    }
    if (kindOff.contains(rule)) {
      return Verdict.OFF;
    }
    if (kindOn.contains(rule)) {
      return Verdict.ON;
    }
    return restricts ? Verdict.LEFT_OUT : Verdict.SILENT;
  }

  /** Whether the rule is selected by its own name. */
  boolean names(String rule) {
    return namedOn.contains(rule) && !namedOff.contains(rule);
  }

  /** All that is ignored. */
  Set<String> ignored() {
    Set<String> all = new HashSet<>(namedOff);
    all.addAll(kindOff);
    return all;
  }

  boolean isSilent() {
    return !restricts && namedOff.isEmpty() && kindOff.isEmpty();
  }

  boolean restricts() {
    return restricts;
  }
}
