package dev.plimsoll.rule;

import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A suppression comment, or some of its selectors, without effect.
 *
 * @param anchor of the node it stands before
 * @param comment the whole comment, from {@code #} on
 * @param line the comment's line with its line ending: what goes when nothing of it is used
 * @param selectors all of them, in order
 * @param idle those that hid nothing, in order
 * @param malformed why the comment could not be understood
 */
public record UnusedIgnore(
    Anchor anchor,
    Slice comment,
    Slice line,
    List<Slice> selectors,
    List<Idle> idle,
    Optional<String> malformed) {

  /**
   * A selector without effect.
   *
   * @param known whether it selects any rule at all
   */
  public record Idle(Slice selector, boolean known) {}

  public UnusedIgnore {
    selectors = List.copyOf(selectors);
    idle = List.copyOf(idle);
  }

  public boolean isWhollyUnused() {
    return idle.size() == selectors.size();
  }

  public boolean isIdle(Slice selector) {
    for (Idle each : idle) {
      if (each.selector().equals(selector)) {
        return true;
      }
    }
    return false;
  }
}
