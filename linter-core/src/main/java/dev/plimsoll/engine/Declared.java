package dev.plimsoll.engine;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.ModelChange.Kind;
import dev.plimsoll.text.Anchor;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What fixes declare to change in one file, by address. */
record Declared(Map<Anchor, Set<Kind>> changes) {

  static Declared of(String file, Collection<Fix> fixes) {
    Map<Anchor, Set<Kind>> changes = new HashMap<>();
    for (Fix fix : fixes) {
      for (ModelChange change : fix.changes()) {
        if (change.file().equals(file)) {
          add(change.kind(), change.anchor(), changes);
        }
        if (change.toFile().equals(file)) {
          add(change.kind(), change.to(), changes);
        }
      }
    }
    return new Declared(changes);
  }

  private static void add(Kind kind, Anchor anchor, Map<Anchor, Set<Kind>> changes) {
    changes.computeIfAbsent(anchor, a -> EnumSet.noneOf(Kind.class)).add(kind);
  }

  /** What is declared for an anchor, there or above it. */
  Set<Kind> at(Anchor anchor) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    kinds.addAll(changes.getOrDefault(Anchor.FILE, Set.of()));
    String address = anchor.address();
    for (int end = address.indexOf('/'); end >= 0; end = address.indexOf('/', end + 1)) {
      kinds.addAll(changes.getOrDefault(new Anchor(address.substring(0, end)), Set.of()));
    }
    kinds.addAll(changes.getOrDefault(anchor, Set.of()));
    return kinds;
  }

  /**
   * Where only changes are declared, nothing is added and nothing is lost.
   *
   * @param kinds what is declared for an anchor
   * @param more how many statements more there are than before, or less
   * @return what happens that may not
   */
  static Optional<String> refuse(Set<Kind> kinds, int more) {
    boolean moves = kinds.contains(Kind.MOVE) || kinds.contains(Kind.SHARING);
    boolean mayGrow = moves || kinds.contains(Kind.ADD);
    boolean mayShrink = moves || kinds.contains(Kind.REMOVE);
    if (more > 0 && !mayGrow) {
      return Optional.of("add");
    }
    return more < 0 && !mayShrink ? Optional.of("lose") : Optional.empty();
  }
}
