package dev.plimsoll.engine;

import dev.plimsoll.rule.Diagnostic.Suppression;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import java.util.Optional;

/** A finding, the rule that made it, and the comment that hides it, if any. */
record Reported(Active<?> by, Finding finding, Place place, Optional<Suppression> suppression)
    implements Comparable<Reported> {

  static Reported of(Active<?> by, Finding finding) {
    return new Reported(by, finding, finding.slice().place(), Optional.empty());
  }

  Reported hiddenBy(Suppression comment) {
    return new Reported(by, finding, place, Optional.of(comment));
  }

  /** Whether users see it: its rule was chosen and nothing hides it. */
  boolean isShown() {
    return by.isChosen() && suppression.isEmpty();
  }

  /** What a proof counts findings by; the text is ignored. */
  Key key() {
    return new Key(by.id(), place.file(), finding.anchor());
  }

  /** Rule, file and structural address. */
  record Key(String rule, String file, Anchor anchor) {}

  /** By file, place and rule id: the order of every report. */
  @Override
  public int compareTo(Reported other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : by.id().compareTo(other.by.id());
  }
}
