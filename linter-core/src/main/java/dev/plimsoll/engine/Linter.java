package dev.plimsoll.engine;

import dev.plimsoll.config.Configurations;
import dev.plimsoll.rule.RuleIndex;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The engine's front door: one run over a workspace. It reads through the workspace alone, starts
 * no thread of its own and has no clock; the same request gives the same result.
 */
public final class Linter {

  private final RuleIndex index;
  private final Configurations configurations;
  private final LintSettings settings;
  private final Readers readers = new Readers(); // their tables are worth keeping between runs

  public Linter(RuleIndex index, Configurations configurations, LintSettings settings) {
    this.index = index;
    this.configurations = configurations;
    this.settings = settings;
  }

  /** Lints, and where the settings say so fixes on an overlay; nothing is written. */
  public LintResult lint(LintRequest request) {
    boolean fixing = settings.fixes() != LintSettings.Fixes.NONE;
    Selection.Witnesses witnesses = fixing ? Selection.Witnesses.RUN : Selection.Witnesses.SKIP;
    Analyser analyser =
        new Analyser(
            index,
            configurations,
            settings,
            witnesses,
            new RunReaders(readers, request.files(), request.guessed()));
    Analysis start = analyser.of(request.workspace(), request.files().keySet());
    OutcomeBuilder outcome = new OutcomeBuilder(index, request, analyser);
    if (!fixing) {
      return outcome.unfixed(start);
    }
    try {
      return outcome.fixed(new FixLoop(analyser, settings, request.scope()).run(start));
    } catch (IOException e) {
      // Every file was read once already: one that vanishes in between ends the run, not a file.
      throw new UncheckedIOException(e);
    }
  }
}
