package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.model.compose.UsedNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of volumes, networks, secrets or configs that the services of sets use. */
final class NamesInUse {

  private final String section;
  private final Set<String> names = new HashSet<>();
  private boolean isKnown = true;

  /**
   * None yet.
   *
   * @param section the root key that declares them
   */
  NamesInUse(String section) {
    this.section = section;
  }

  /** Adds what the services of a set use. */
  void add(ComposeSet set) {
    UsedNames used = set.usedNames();
    isKnown &= isRead(set) && used.isKnown(section);
    names.addAll(used.of(section));
  }

  private static boolean isRead(ComposeSet set) {
    for (List<Refusal> refusals : List.of(set.refusals(), set.openRefusals())) {
      for (Refusal refusal : refusals) {
        if (refusal.kind() != Refusal.Kind.PORT) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether nothing but these is in use: no variable decides about one. */
  boolean isKnown() {
    return isKnown;
  }

  Set<String> names() {
    return names;
  }
}
