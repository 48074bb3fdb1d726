package dev.plimsoll.engine;

/**
 * Work on one file, which tells from outside how far it is. The engine has no clock: who runs the
 * tasks decides when one is stuck.
 */
public abstract class WatchedTask implements Runnable {

  private volatile String current = "";
  private volatile int beats;

  /** The file it works on. */
  public abstract String file();

  /** The rule that runs now, or the empty string between rules. */
  public final String current() {
    return current;
  }

  /** Changes whenever a rule is entered or left. */
  public final int beats() {
    return beats;
  }

  /**
   * Gives the task up at the rule that runs now: the same work without that rule, which is reported
   * as failed. The abandoned task may go on for ever; nobody reads what it does.
   */
  public abstract WatchedTask withoutStuckRule();

  // One thread at a time runs a task, so the counter is never raced for.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  final void enter(String rule) {
    current = rule;
    beats++;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate")
  final void leave() {
    current = "";
    beats++;
  }
}
