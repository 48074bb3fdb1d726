package dev.plimsoll.engine;

import dev.plimsoll.engine.Groups.Component;
import java.io.IOException;
import java.util.Optional;

/** Proves one component of a trial. */
final class ProofTask extends WatchedTask {

  private final Trial trial;
  private final Component component;
  private Optional<String> reason;

  ProofTask(Trial trial, Component component) {
    this(trial, component, Optional.empty());
  }

  private ProofTask(Trial trial, Component component, Optional<String> reason) {
    this.trial = trial;
    this.component = component;
    this.reason = reason;
  }

  @Override
  public String file() {
    return component.files().first();
  }

  @Override
  public void run() {
    if (reason.isPresent()) {
      return;
    }
    try {
      reason = new Proof(trial, component, this).refute();
    } catch (IOException e) {
      reason = Optional.of("a file cannot be read: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      reason = Optional.of(Faults.whileReading(e));
    }
  }

  @Override
  public WatchedTask withoutStuckRule() {
    return new ProofTask(trial, component, Optional.of("its proof did not come to an end"));
  }

  Component component() {
    return component;
  }

  /** Why the fixes are not proved, or empty if they are. */
  Optional<String> reason() {
    return reason;
  }
}
