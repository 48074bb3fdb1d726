package dev.plimsoll.run;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.engine.LintRequest;
import dev.plimsoll.engine.LintSettings;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.Scope;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.Policy.Sample;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tries policies on their samples. */
public final class PolicyTrial {

  /**
   * A sample that went otherwise than it should.
   *
   * @param place {@code file:line:column} of the sample in the configuration, by workspace name
   */
  public record Failure(String file, String place, String message) {}

  private static final String CONFIGURATION = "plimsoll.yaml";

  private final RuleIndex index;

  public PolicyTrial(RuleIndex index) {
    this.index = index;
  }

  /** The samples of a policy that went wrong, in their order. */
  public List<Failure> of(Policy policy) {
    List<Failure> failures = new ArrayList<>();
    for (Sample sample : policy.bad()) {
      Outcome outcome = lint(policy, sample);
      Optional<String> broken = broken(outcome);
      if (broken.isPresent()) {
        failures.add(failure(policy, sample, broken.get()));
      } else if (outcome.findings().isEmpty()) {
        failures.add(failure(policy, sample, "finds nothing in this bad sample"));
      }
    }
    for (Sample sample : policy.good()) {
      Outcome outcome = lint(policy, sample);
      Optional<String> broken = broken(outcome);
      if (broken.isPresent()) {
        failures.add(failure(policy, sample, broken.get()));
      } else if (!outcome.findings().isEmpty()) {
        failures.add(failure(policy, sample, found(outcome, sample)));
      }
    }
    return failures;
  }

  private static Optional<String> broken(Outcome outcome) {
    if (!outcome.failures().isEmpty()) {
      return Optional.of("fails on this sample: " + outcome.failures().get(0).message());
    }
    return outcome.notAnalysed().isEmpty()
        ? Optional.empty()
        : Optional.of("this sample is not analysed: " + outcome.notAnalysed().get(0).reason());
  }

  private static String found(Outcome outcome, Sample sample) {
    Diagnostic first = outcome.findings().get(0);
    SourceText text = SourceText.of(first.place().file(), sample.text());
    int line = text.lines().position(first.place().span().start()).line();
    return "finds something in line " + line + " of this good sample: " + first.message();
  }

  private static Failure failure(Policy policy, Sample sample, String message) {
    SourceText text = sample.origin().source().host();
    String place = text.lines().position(sample.origin().place().span().start()).toString();
    return new Failure(text.name(), place, policy.id() + " " + message);
  }

  private Outcome lint(Policy policy, Sample sample) {
    String name = sample.file().orElse(name(sample.language()));
    MemoryWorkspace workspace =
        new MemoryWorkspace()
            .put(CONFIGURATION, policy.origin().source().host().content())
            .put(name, sample.text());
    CommandLineChoices choices =
        new CommandLineChoices(
            Optional.empty(),
            List.of(policy.id()),
            List.of(),
            Optional.of(CONFIGURATION),
            CommandLineChoices.ConfigUse.THIS_FILE);
    SortedMap<String, Language> files = new TreeMap<>();
    files.put(name, sample.language());
    LintSettings settings =
        new LintSettings(
            new ThreadRunner(1, ThreadRunner.DEFAULT_PATIENCE_MILLIS),
            LocalDate.EPOCH,
            LintSettings.Fixes.NONE,
            LintSettings.Reach.TARGETS);
    Configurations configurations = Configurations.load(workspace, choices, index);
    LintRequest request =
        new LintRequest(
            workspace, files, new Scope(Set.of(name)), Set.of(name), List.of(), Set.of());
    return new Linter(index, configurations, settings).lint(request).outcome();
  }

  private static String name(Language language) {
    return switch (language) {
      case COMPOSE -> "compose.yaml";
      case OPENAPI -> "openapi.yaml";
      case DOCKERFILE, SHELL, TERRAFORM, PLIMSOLL -> "Dockerfile";
    };
  }
}
