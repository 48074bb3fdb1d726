package dev.plimsoll.rules.openapi.errors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Which schemas of errors a client can read with the same code: those that share their members. */
final class Families {

  private static final int MOST_CANDIDATES = 12;
  private static final int DEEPEST = 1;

  /** Schemas that are alike, and how many responses of operations have them. */
  record Weighed(Alike alike, int uses) {}

  private final List<Weighed> all = new ArrayList<>();

  /** Those of an API. */
  Families(List<Alike> groups) {
    for (Alike alike : groups) {
      all.add(new Weighed(alike, uses(alike)));
    }
  }

  private static int uses(Alike alike) {
    IdentityHashMap<ErrorResponse, Boolean> counted = new IdentityHashMap<>();
    int uses = 0;
    for (ErrorSchema schema : alike.schemas()) {
      for (ErrorUse use : schema.uses()) {
        if (counted.put(use.response(), true) == null) {
          uses += use.response().uses().size();
        }
      }
    }
    return uses;
  }

  List<Weighed> all() {
    return all;
  }

  int total() {
    int total = 0;
    for (Weighed each : all) {
      total += each.uses();
    }
    return total;
  }

  /** The uses of those that are like one. */
  int weight(Weighed one) {
    int weight = 0;
    for (Weighed each : all) {
      weight += areLike(one, each) ? each.uses() : 0;
    }
    return weight;
  }

  /** The one that most are like, of the most used ones; nothing where there is none. */
  Optional<Weighed> most() {
    List<Weighed> sorted = new ArrayList<>(all);
    sorted.sort((one, other) -> Integer.compare(other.uses(), one.uses()));
    Optional<Weighed> most = Optional.empty();
    int best = 0;
    for (int i = 0; i < Math.min(MOST_CANDIDATES, sorted.size()); i++) {
      int weight = weight(sorted.get(i));
      if (weight > best) {
        best = weight;
        most = Optional.of(sorted.get(i));
      }
    }
    return most;
  }

  static boolean areLike(Weighed one, Weighed other) {
    return areLike(one.alike().first().shape(), other.alike().first().shape(), 0);
  }

  /** Whether half of the members of the smaller one are members of the other, of the same type. */
  private static boolean areLike(ErrorShape one, ErrorShape other, int depth) {
    if (!one.isKnown() || !other.isKnown()) {
      return true;
    }
    int common = 0;
    for (String name : one.names()) {
      common += other.has(name) && isSame(one.of(name), other.of(name), depth) ? 1 : 0;
    }
    return 2 * common >= Math.min(one.names().size(), other.names().size());
  }

  private static boolean isSame(ErrorShape one, ErrorShape other, int depth) {
    if (one.isObject() != other.isObject() || one.isList() != other.isList()) {
      return one.isAny() || other.isAny();
    }
    if (one.isObject()) {
      return depth >= DEEPEST || areLike(one, other, depth + 1);
    }
    return one.types().isEmpty()
        || other.types().isEmpty()
        || !Collections.disjoint(one.types(), other.types());
  }
}
