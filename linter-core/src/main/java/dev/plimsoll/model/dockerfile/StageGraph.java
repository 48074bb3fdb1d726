package dev.plimsoll.model.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Which stages take something from which: by FROM, by COPY and by the mounts of RUN. */
final class StageGraph {

  private final List<Stage> stages;
  private final boolean[] needed;
  private final Deque<Stage> open = new ArrayDeque<>();

  StageGraph(List<Stage> stages) {
    this.stages = stages;
    this.needed = new boolean[stages.size()];
  }

  /** A stage and all that it takes something from, in the order of the text. */
  List<Stage> neededFor(Stage target) {
    need(target);
    while (!open.isEmpty()) {
      needSourcesOf(open.remove());
    }
    return marked();
  }

  /** The stages that another takes something from. */
  List<Stage> sources() {
    for (Stage stage : stages) {
      needSourcesOf(stage);
    }
    return marked();
  }

  /** The last stage, those it descends from, and those that one of these copies whole. */
  List<Stage> shipped() {
    if (!stages.isEmpty()) {
      need(stages.get(stages.size() - 1));
    }
    while (!open.isEmpty()) {
      Stage stage = open.remove();
      if (stage.base() instanceof Base.OfStage base) {
        need(base.stage());
      }
      for (Step step : stage.steps()) {
        if (step instanceof Copy copy && copy.copiesRoot()) {
          source(copy.source());
        }
      }
    }
    return marked();
  }

  /** The last stage, each other that none takes something from, and those they descend from. */
  List<Stage> delivered() {
    boolean[] used = new boolean[stages.size()];
    for (Stage source : new StageGraph(stages).sources()) {
      used[source.index()] = true;
    }
    for (Stage stage : stages) {
      if (!used[stage.index()] || stage.index() == stages.size() - 1) {
        need(stage);
      }
    }
    while (!open.isEmpty()) {
      if (open.remove().base() instanceof Base.OfStage base) {
        need(base.stage());
      }
    }
    return marked();
  }

  private List<Stage> marked() {
    List<Stage> found = new ArrayList<>();
    for (Stage stage : stages) {
      if (needed[stage.index()]) {
        found.add(stage);
      }
    }
    return found;
  }

  private void needSourcesOf(Stage stage) {
    if (stage.base() instanceof Base.OfStage base) {
      need(base.stage());
    }
    for (Step step : stage.steps()) {
      step(step);
    }
  }

  private void step(Step step) {
    if (step instanceof Copy copy) {
      source(copy.source());
    } else if (step instanceof Run run && !run.isTrigger()) {
      for (Mount mount : run.mounts()) {
        source(mount.source());
      }
    }
  }

  private void source(Optional<Source> source) {
    if (source.isPresent() && source.get() instanceof Source.OfStage stage) {
      need(stages.get(stage.index()));
    }
  }

  private void need(Stage stage) {
    if (!needed[stage.index()]) {
      needed[stage.index()] = true;
      open.add(stage);
    }
  }
}
