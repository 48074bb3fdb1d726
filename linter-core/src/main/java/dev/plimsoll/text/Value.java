package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the linter knows of a value. A rule accuses only what holds in every choice, unless the
 * default itself is the fault.
 */
public sealed interface Value {

  <R> R match(Cases<R> cases);

  /** What it may be, the default first; never a {@link Choice}, never empty. */
  default List<Value> alternatives() {
    return List.of(this);
  }

  /**
   * The value that may be any of these, which are not empty. Equal texts count once, and all that
   * is unknown counts as one.
   */
  static Value of(List<Value> alternatives) {
    List<Value> distinct = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    boolean unknown = false;
    for (Value choice : alternatives) {
      for (Value alternative : choice.alternatives()) {
        if (alternative instanceof Known known ? texts.add(known.text()) : !unknown) {
          distinct.add(alternative);
          unknown |= alternative instanceof Unknown;
        }
      }
    }
    return distinct.size() == 1
        ? distinct.get(0)
        : new Choice(distinct.get(0), distinct.subList(1, distinct.size()));
  }

  /** One answer for each kind; a new kind must not compile until each caller has one. */
  interface Cases<R> {
    R known(Known known);

    R choice(Choice choice);

    R unknown(Unknown unknown);
  }

  /** Exactly this text, written there. */
  record Known(String text, Slice origin) implements Value {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.known(this);
    }
  }

  /** A default, and what may stand in its place: an ARG's default, {@code ${X:-y}}. */
  record Choice(Value byDefault, List<Value> others) implements Value {
    public Choice {
      others = List.copyOf(others);
    }

    @Override
    public List<Value> alternatives() {
      List<Value> all = new ArrayList<>(others.size() + 1);
      all.add(byDefault);
      all.addAll(others);
      return all;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.choice(this);
    }
  }

  /** Not to be known from the files at hand; the reason completes "because …". */
  record Unknown(String reason, Slice origin) implements Value {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
