package dev.plimsoll.model.dockerfile;

import java.util.List;
import java.util.Optional;

/** The variables in force at one place of a build. */
final class Variables {

  /** What a name holds that nothing in the file sets. */
  interface Start {
    List<Binding> find(String name);
  }

  private final Start start;
  private final SharedMap<List<Binding>> set;

  private Variables(Start start, SharedMap<List<Binding>> set) {
    this.start = start;
    this.set = set;
  }

  /** Nothing but what the builder, the base image or the command line brings. */
  static Variables startingWith(Start start) {
    return new Variables(start, SharedMap.empty());
  }

  /** What a name may hold, the default first; never empty. */
  List<Binding> find(String name) {
    Optional<List<Binding>> own = set.find(name);
    return own.isPresent() ? own.get() : start.find(name);
  }

  /** Whether something in the file sets it. */
  boolean declares(String name) {
    return set.find(name).isPresent();
  }

  /** These variables and one more, which hides an older one of its name. */
  Variables with(String name, List<Binding> bindings) {
    return new Variables(start, set.with(name, List.copyOf(bindings)));
  }
}
