package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import java.util.List;
import java.util.Optional;

/**
 * What is found out about a Compose set as a whole, once for all files that are judged in it. Safe
 * for use by several threads.
 */
final class OncePerSet<T> {

  private static final int MOST_SETS = 32;

  private final Recent<Services, Found<T>> found = new Recent<>(MOST_SETS);

  /** The services of a set: a set that is started for something else has the same. */
  private record Services(List<ComposeService> services) {

    @Override
    @SuppressWarnings("ReferenceEquality") // sets share the list itself
    public boolean equals(Object other) {
      return other instanceof Services its && services == its.services;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(services);
    }
  }

  /** What was found, and what it rests on. */
  private record Found<T>(T value, Inquiry asked) {}

  /** How it is found. */
  abstract static class Finder<T> {

    /** Finds it, and takes note of what that rests on. */
    abstract T find(Inquiry asked);
  }

  /** What is known of a set, found out if it was not just now. */
  T of(ComposeSet set, Inquiry inquiry, Finder<T> finder) {
    Services key = new Services(set.services());
    Optional<Found<T>> known = found.find(key);
    Found<T> value = known.isPresent() ? known.get() : find(key, finder);
    inquiry.add(value.asked());
    return value.value();
  }

  private Found<T> find(Services key, Finder<T> finder) {
    Inquiry asked = new Inquiry();
    Found<T> value = new Found<>(finder.find(asked), asked);
    found.put(key, value, 1);
    return value;
  }
}
