package dev.plimsoll.engine;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Work on one file, which tells from outside how far it is. The engine has no clock: who runs the
 * tasks decides when one is stuck.
 */
public abstract class WatchedTask implements Runnable {

  // Written lazily, without a fence: a watcher that looks seconds later sees it all the same, and
  // some hundred thousand fences cost more than the rules between them.
  private final AtomicReference<String> current = new AtomicReference<>("");
  private final AtomicInteger beats = new AtomicInteger();

  /** The file it works on. */
  public abstract String file();

  /** The rule that runs now, or the empty string between rules. */
  public final String current() {
    return Objects.requireNonNull(current.get());
  }

  /** Changes whenever a rule is entered or left. */
  public final int beats() {
    return beats.get();
  }

  /**
   * Gives the task up at the rule that runs now: the same work without that rule, which is reported
   * as failed. The abandoned task may go on for ever; nobody reads what it does.
   */
  public abstract WatchedTask withoutStuckRule();

  final void enter(String rule) {
    current.lazySet(rule);
    beats.lazySet(beats.getPlain() + 1);
  }

  final void leave() {
    enter("");
  }

  /** Gives a sign of life. */
  final void beat() {
    enter(current());
  }
}
