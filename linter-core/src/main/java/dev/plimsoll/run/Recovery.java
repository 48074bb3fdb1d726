package dev.plimsoll.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What was made of the sets that a stopped run left.
 *
 * @param finished files of the sets that now stand as the fixes wanted them
 * @param restored files of the sets that were taken back
 * @param left files that somebody changed since; they were not touched
 * @param problems why something could not be mended, naming the culprit
 */
public record Recovery(
    List<String> finished, List<String> restored, List<String> left, List<String> problems) {

  public Recovery {
    finished = List.copyOf(finished);
    restored = List.copyOf(restored);
    left = List.copyOf(left);
    problems = List.copyOf(problems);
  }

  static Recovery nothing() {
    return new Recovery(List.of(), List.of(), List.of(), List.of());
  }

  static Recovery problem(String problem) {
    return new Recovery(List.of(), List.of(), List.of(), List.of(problem));
  }

  /** Whether there is nothing to tell the user. */
  public boolean isEmpty() {
    return finished.isEmpty() && restored.isEmpty() && left.isEmpty() && problems.isEmpty();
  }

  /** All of it in one line. */
  public String line() {
    List<String> parts = new ArrayList<>();
    add(parts, "finished ", finished);
    add(parts, "restored ", restored);
    add(parts, "left as changed since ", left);
    parts.addAll(problems);
    return "an earlier run was stopped while it wrote: " + String.join("; ", parts);
  }

  private static void add(List<String> parts, String what, List<String> names) {
    if (!names.isEmpty()) {
      parts.add(what + String.join(", ", names));
    }
  }
}
