package dev.plimsoll.testkit;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.engine.LintRequest;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.LintSettings;
import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.engine.LintSettings.Reach;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.Scope;
import dev.plimsoll.engine.TaskRunner;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.source.FileChoice;
import dev.plimsoll.source.FileFinder;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.FoundFiles.Found;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small workspace in memory and how to run over it; a value that its methods copy. */
public final class Sample {

  /** The day of every run. */
  public static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private final RuleIndex index;
  private final SortedMap<String, String> files;
  private final List<String> select;
  private final Fixes fixes;
  private final Reach reach;

  private Sample(
      RuleIndex index,
      SortedMap<String, String> files,
      List<String> select,
      Fixes fixes,
      Reach reach) {
    this.index = index;
    this.files = files;
    this.select = select;
    this.fixes = fixes;
    this.reach = reach;
  }

  public static Sample of(RuleIndex index) {
    return new Sample(index, new TreeMap<>(), List.of(), Fixes.NONE, Reach.TARGETS);
  }

  public Sample file(String name, String text) {
    SortedMap<String, String> more = new TreeMap<>(files);
    more.put(name, text);
    return new Sample(index, more, select, fixes, reach);
  }

  /** Runs only the rules of a selector, beside those selected before. */
  public Sample only(String selector) {
    List<String> more = new ArrayList<>(select);
    more.add(selector);
    return new Sample(index, files, more, fixes, reach);
  }

  public Sample fixing(Fixes which) {
    return new Sample(index, files, select, which, reach);
  }

  public Sample reaching(Reach where) {
    return new Sample(index, files, select, fixes, where);
  }

  public SortedMap<String, String> files() {
    return files;
  }

  /** Runs over all files of the workspace whose names tell a language; each is a target. */
  public Linted run() {
    MemoryWorkspace workspace = new MemoryWorkspace();
    SortedMap<String, Language> targets = new TreeMap<>();
    files.forEach(
        (name, text) -> {
          workspace.put(name, text);
          FileKind kind = FileKind.of(name);
          kind.language().ifPresent(language -> targets.put(name, language));
        });
    for (Found found : FileFinder.find(workspace, List.of(""), FileChoice.NONE).files()) {
      if (found.language() == Language.OPENAPI) { // its keys tell it, whatever its name is
        targets.put(found.name(), found.language());
      }
    }
    Set<String> names = targets.keySet();
    CommandLineChoices choices =
        new CommandLineChoices(
            Optional.empty(),
            select,
            List.of(),
            Optional.empty(),
            CommandLineChoices.ConfigUse.NEAREST);
    Configurations configurations = Configurations.load(workspace, choices, index);
    LintSettings settings = new LintSettings(TaskRunner.DIRECT, TODAY, fixes, reach);
    LintRequest request = new LintRequest(workspace, targets, new Scope(names), names, List.of());
    LintResult result = new Linter(index, configurations, settings).lint(request);
    if (!configurations.problems().isEmpty()) {
      throw new AssertionError("the sample's configuration: " + configurations.problems());
    }
    return new Linted(this, result);
  }
}
