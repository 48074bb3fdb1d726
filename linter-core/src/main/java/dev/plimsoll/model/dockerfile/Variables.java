package dev.plimsoll.model.dockerfile;

import java.util.List;

/**
 * The variables in force at one place of a build. Adding one makes a new value that shares what was
 * before.
 */
abstract sealed class Variables {

  /** What a name may hold, the default first; never empty. */
  abstract List<Binding> find(String name);

  /** These variables and one more, which hides an older one of its name. */
  Variables with(String name, List<Binding> bindings) {
    return new Added(this, name, bindings);
  }

  /** Nothing but what the builder, the base image or the command line brings. */
  static Variables startingWith(Start start) {
    return new First(start);
  }

  /** What a name holds that nothing in the file sets. */
  interface Start {
    List<Binding> find(String name);
  }

  private static final class First extends Variables {
    private final Start start;

    First(Start start) {
      this.start = start;
    }

    @Override
    List<Binding> find(String name) {
      return start.find(name);
    }
  }

  private static final class Added extends Variables {
    private final Variables before;
    private final String name;
    private final List<Binding> bindings;

    Added(Variables before, String name, List<Binding> bindings) {
      this.before = before;
      this.name = name;
      this.bindings = List.copyOf(bindings);
    }

    @Override
    List<Binding> find(String wanted) {
      Variables at = this;
      while (at instanceof Added added) {
        if (added.name.equals(wanted)) {
          return added.bindings;
        }
        at = added.before;
      }
      return at.find(wanted);
    }
  }
}
