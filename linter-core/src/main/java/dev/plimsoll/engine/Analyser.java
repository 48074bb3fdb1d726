package dev.plimsoll.engine;

import dev.plimsoll.config.Configurations;
import dev.plimsoll.config.RulePlan;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.project.Project;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.source.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns a state of the workspace into an {@link Analysis}, anew or from the one before it. */
final class Analyser {

  private final RuleIndex index;
  private final Configurations configurations;
  private final TaskRunner runner;
  private final Suppressions suppressions;
  private final Selection.Witnesses witnesses;
  private final Readers readers;
  private final IdentityHashMap<RulePlan, RuleSet> ruleSets = new IdentityHashMap<>();

  Analyser(
      RuleIndex index,
      Configurations configurations,
      LintSettings settings,
      Selection.Witnesses witnesses,
      Readers readers) {
    this.index = index;
    this.configurations = configurations;
    this.runner = settings.runner();
    this.suppressions = new Suppressions(index, settings.today());
    this.witnesses = witnesses;
    this.readers = readers;
  }

  /** Reads and judges all files. */
  Analysis of(Workspace workspace, Collection<String> files) {
    SortedMap<String, ParsedFile> parsed = new TreeMap<>();
    SortedMap<String, String> unread = new TreeMap<>();
    load(workspace, files, parsed, unread);
    Project project = project(workspace, parsed);
    SortedMap<String, FileAnalysis> judged = new TreeMap<>();
    judge(parsed.values(), project, judged);
    return new Analysis(workspace, parsed, project, judged, unread, readers);
  }

  /**
   * The analysis of a workspace in which some files differ: only what rests on them is judged
   * again.
   *
   * @param changed names of files that differ or are new
   */
  Analysis after(Analysis before, Workspace workspace, Set<String> changed) {
    SortedMap<String, ParsedFile> parsed = new TreeMap<>(before.parsed());
    SortedMap<String, String> unread = new TreeMap<>(before.unread());
    List<String> reread = new ArrayList<>();
    for (String file : changed) {
      if (parsed.remove(file) != null || unread.remove(file) != null) {
        reread.add(file);
      }
    }
    load(workspace, reread, parsed, unread);
    Project project = project(workspace, parsed);
    SortedMap<String, FileAnalysis> judged = new TreeMap<>(before.judged());
    List<ParsedFile> again = new ArrayList<>();
    for (ParsedFile file : parsed.values()) {
      FileAnalysis last = before.judged().get(file.name());
      if (last == null || changed.contains(file.name()) || restsOn(last, changed)) {
        again.add(file);
      }
    }
    judged.keySet().retainAll(parsed.keySet());
    judge(again, project, judged);
    return new Analysis(workspace, parsed, project, judged, unread, readers);
  }

  private static boolean restsOn(FileAnalysis analysis, Set<String> changed) {
    for (String asked : analysis.asked()) {
      if (changed.contains(asked)) {
        return true;
      }
    }
    return false;
  }

  private void load(
      Workspace workspace,
      Collection<String> files,
      SortedMap<String, ParsedFile> parsed,
      SortedMap<String, String> unread) {
    List<WatchedTask> tasks = new ArrayList<>();
    for (String file : files) {
      tasks.add(new LoadTask(file, workspace, readers));
    }
    for (WatchedTask done : runner.run(tasks)) {
      LoadTask task = (LoadTask) done;
      if (task.parsed().isPresent()) {
        parsed.put(task.file(), task.parsed().get());
      } else {
        unread.put(task.file(), task.reason());
      }
    }
  }

  private static Project project(Workspace workspace, SortedMap<String, ParsedFile> parsed) {
    SortedMap<String, DockerfileModel> models = new TreeMap<>();
    for (ParsedFile file : parsed.values()) {
      models.put(file.name(), file.model());
    }
    return new Project(workspace, models);
  }

  private void judge(
      Collection<ParsedFile> files, Project project, SortedMap<String, FileAnalysis> judged) {
    List<WatchedTask> tasks = new ArrayList<>();
    for (ParsedFile file : files) {
      tasks.add(new JudgeTask(file, project, ruleSet(file.name()), suppressions));
    }
    for (WatchedTask done : runner.run(tasks)) {
      judged.put(done.file(), ((JudgeTask) done).result());
    }
  }

  /** The rules of a file; files under one configuration share them. */
  RuleSet ruleSet(String file) {
    RulePlan plan = configurations.planFor(file);
    RuleSet rules = ruleSets.get(plan);
    if (rules == null) {
      rules = new RuleSet(index, plan, witnesses);
      ruleSets.put(plan, rules);
    }
    return rules;
  }
}
