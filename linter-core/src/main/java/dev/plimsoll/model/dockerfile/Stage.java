package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.image.ImageVariables;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One FROM and the instructions up to the next.
 *
 * @param anchor its name where it has one, {@code final} for a nameless last one, else its index
 * @param index 0-based
 * @param steps FROM is the first
 * @param end what is in force after its last instruction
 */
public record Stage(
    Anchor anchor, int index, Instruction.From from, Base base, List<Step> steps, BuildState end) {

  public Stage {
    steps = List.copyOf(steps);
  }

  /**
   * Whether what it descends from may set a variable: empty where the image is not known well
   * enough to tell.
   */
  public Optional<Boolean> imageMaySet(String variable) {
    if (GlobalArguments.isEverywhere(variable)) {
      return Optional.of(true);
    }
    if (base.root() instanceof Base.Scratch) {
      return Optional.of(false);
    }
    if (!(base.root() instanceof Base.OfImage image) || image.reference().isEmpty()) {
      return Optional.empty();
    }
    Optional<ImageVariables> known = ImageVariables.of(image.reference().get());
    return known.isEmpty() ? Optional.empty() : Optional.of(known.get().maySet(variable));
  }

  /** The steps before one of its own, those of the stages that it descends from first. */
  public List<Step> stepsBefore(Step step) {
    List<Step> before = new ArrayList<>();
    if (base instanceof Base.OfStage parent) {
      before.addAll(parent.stage().lineage());
    }
    int span = step.tree().slice().span().start();
    for (Step each : steps) {
      if (each.tree().slice().span().start() >= span) {
        break;
      }
      before.add(each);
    }
    return before;
  }

  /** Its name in lower case, as the builder compares names. */
  public Optional<String> name() {
    return name(from);
  }

  /** Its steps after those of the stages that it descends from, in the order in which they run. */
  public List<Step> lineage() {
    Deque<Stage> chain = new ArrayDeque<>();
    chain.push(this);
    while (chain.element().base() instanceof Base.OfStage parent) {
      chain.push(parent.stage());
    }
    List<Step> all = new ArrayList<>();
    for (Stage stage : chain) {
      all.addAll(stage.steps());
    }
    return all;
  }

  static Optional<String> name(Instruction.From from) {
    return from.stage().isPresent()
        ? Optional.of(from.stage().get().text().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
