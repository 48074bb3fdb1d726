package dev.plimsoll.engine;

import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.source.Workspace;
import java.util.List;
import java.util.Set;

/**
 * What is to be looked at.
 *
 * @param files the files to analyse, context among them
 * @param scope which of them are targets
 * @param named the paths that the user named: one that cannot be read sets the exit status
 * @param notAnalysed what the search for files already left out
 */
public record LintRequest(
    Workspace workspace,
    List<String> files,
    Scope scope,
    Set<String> named,
    List<NotAnalysed> notAnalysed) {
  public LintRequest {
    files = List.copyOf(files);
    named = Set.copyOf(named);
    notAnalysed = List.copyOf(notAnalysed);
  }
}
