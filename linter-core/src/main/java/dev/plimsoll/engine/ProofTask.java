package dev.plimsoll.engine;

import dev.plimsoll.engine.Groups.Component;
import java.io.IOException;
import java.util.Optional;

/** Proves one component of a trial. */
final class ProofTask extends WatchedTask {

  private final Trial trial;
  private final Component component;
  private Optional<Refutation> refuted;

  ProofTask(Trial trial, Component component) {
    this(trial, component, Optional.empty());
  }

  private ProofTask(Trial trial, Component component, Optional<Refutation> refuted) {
    this.trial = trial;
    this.component = component;
    this.refuted = refuted;
  }

  @Override
  public String file() {
    return component.files().first();
  }

  @Override
  public void run() {
    if (refuted.isPresent()) {
      return;
    }
    try {
      refuted = new Proof(trial, component, this).refute();
    } catch (IOException e) {
      refuted = Optional.of(Refutation.of("a file cannot be read: " + e.getMessage()));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      refuted = Optional.of(Refutation.of(Faults.whileReading(e)));
    }
  }

  @Override
  public WatchedTask withoutStuckRule() {
    return new ProofTask(
        trial, component, Optional.of(Refutation.of("its proof did not come to an end")));
  }

  Component component() {
    return component;
  }

  /** Why the fixes are not proved, or empty if they are. */
  Optional<Refutation> refuted() {
    return refuted;
  }
}
