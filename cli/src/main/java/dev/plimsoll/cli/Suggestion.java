package dev.plimsoll.cli;

import dev.plimsoll.text.NearestName;
import java.util.Collection;
import java.util.Optional;

/** Turns a name that nobody knows into an error that helps. */
final class Suggestion {

  private Suggestion() {}

  static UsageException unknown(String kind, String name, Collection<String> known) {
    Optional<String> nearest = NearestName.of(name, known);
    return new UsageException(
        "unknown "
            + kind
            + " \""
            + name
            + "\""
            + (nearest.isPresent()
                ? " (did you mean " + nearest.get() + "?)"
                : "; there are: " + String.join(", ", known)));
  }
}
