package dev.plimsoll.engine;

import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Language;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to be looked at.
 *
 * @param files the files to analyse, context among them, and the language of each
 * @param scope which of them are targets
 * @param named the paths that the user named: one that cannot be read sets the exit status
 * @param notAnalysed what the search for files already left out
 * @param guessed the files whose keys alone told the language
 */
public record LintRequest(
    Workspace workspace,
    Map<String, Language> files,
    Scope scope,
    Set<String> named,
    List<NotAnalysed> notAnalysed,
    Set<String> guessed) {

  /** A request in which the language of each file is sure. */
  public LintRequest(
      Workspace workspace,
      Map<String, Language> files,
      Scope scope,
      Set<String> named,
      List<NotAnalysed> notAnalysed) {
    this(workspace, files, scope, named, notAnalysed, Set.of());
  }

  /** Whether files of a language are analysed. */
  public static boolean isRead(Language language) {
    return Readers.isRead(language);
  }

  public LintRequest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    named = Set.copyOf(named);
    notAnalysed = List.copyOf(notAnalysed);
    guessed = Set.copyOf(guessed);
  }
}
