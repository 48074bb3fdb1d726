package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * What one shell runs in a CI workflow.
 *
 * @param path names that lead to it
 * @param texts the scalars that it is made of, as written
 * @param script as the shell gets it; an unknown parameter stands for each expression
 * @param hasExpressions whether something is put in before the shell reads it
 * @param shell the words that start the shell
 */
public record WorkflowStep(
    List<String> path,
    List<Slice> texts,
    Slice script,
    boolean hasExpressions,
    List<String> shell,
    WorkflowScope scope) {
  public WorkflowStep {
    path = List.copyOf(path);
    texts = List.copyOf(texts);
    shell = List.copyOf(shell);
  }
}
