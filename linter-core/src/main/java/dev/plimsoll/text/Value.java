package dev.plimsoll.text;

import java.util.List;

/**
 * What the linter knows of a value. A rule accuses only what holds in every choice, unless the
 * default itself is the fault.
 */
public sealed interface Value {

  <R> R match(Cases<R> cases);

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
