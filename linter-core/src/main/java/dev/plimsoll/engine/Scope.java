package dev.plimsoll.engine;

import dev.plimsoll.text.Place;
import java.util.Set;

/**
 * What the user named: findings are reported when they lie in a target or rest on one.
 *
 * @param targets names of files, context left out
 */
public record Scope(Set<String> targets) {

  public Scope {
    targets = Set.copyOf(targets);
  }

  boolean covers(Reported reported) {
    if (targets.contains(reported.place().file())) {
      return true;
    }
    for (Place place : reported.finding().because()) {
      if (targets.contains(place.file())) {
        return true;
      }
    }
    return false;
  }
}
