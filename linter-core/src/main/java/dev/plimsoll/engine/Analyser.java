package dev.plimsoll.engine;

import dev.plimsoll.config.Configurations;
import dev.plimsoll.config.RulePlan;
import dev.plimsoll.project.Project;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns a state of the workspace into an {@link Analysis}, anew or from the one before it. */
final class Analyser {

  private static final int LARGE = 256 * 1024; // UTF-16 units
  private static final int PARTS = 4;

  private final RuleIndex index;
  private final Configurations configurations;
  private final TaskRunner runner;
  private final Suppressions suppressions;
  private final Selection.Witnesses witnesses;
  private final RunReaders readers;
  private final IdentityHashMap<RulePlan, RuleSet> ruleSets = new IdentityHashMap<>();

  Analyser(
      RuleIndex index,
      Configurations configurations,
      LintSettings settings,
      Selection.Witnesses witnesses,
      RunReaders readers) {
    this.index = index;
    this.configurations = configurations;
    this.runner = settings.runner();
    this.suppressions = new Suppressions(index, configurations, settings.today());
    this.witnesses = witnesses;
    this.readers = readers;
  }

  /** Reads and judges all files. */
  Analysis of(Workspace workspace, Collection<String> files) {
    Draft draft = new Draft(workspace);
    draft.load(files);
    draft.judge(draft.texts.values());
    return draft.analysis();
  }

  /**
   * The analysis of a workspace in which some files differ: only what rests on them is judged
   * again.
   *
   * @param changed names of files that differ or are new
   */
  Analysis after(Analysis before, Workspace workspace, Set<String> changed) {
    Draft draft = new Draft(workspace);
    draft.texts.putAll(before.texts());
    draft.unread.putAll(before.unread());
    List<String> reread = new ArrayList<>();
    for (String file : changed) {
      if (draft.texts.remove(file) != null || draft.unread.remove(file) != null) {
        reread.add(file);
      }
    }
    draft.load(reread);
    List<SourceText> again = new ArrayList<>();
    for (SourceText text : draft.texts.values()) {
      FileAnalysis last = before.judged().get(text.name());
      if (changed.contains(text.name()) || (last != null && restsOn(last, changed))) {
        again.add(text);
      } else if (last != null) {
        draft.judged.put(text.name(), last);
      }
    }
    draft.judge(again);
    return draft.analysis();
  }

  private static boolean restsOn(FileAnalysis analysis, Set<String> changed) {
    return !analysis.asked().among(changed).isEmpty();
  }

  /** An analysis in the making: first the texts, then what the rules say of them. */
  private final class Draft {
    private final Workspace workspace;
    private final SortedMap<String, SourceText> texts = new TreeMap<>();
    private final SortedMap<String, FileAnalysis> judged = new TreeMap<>();
    private final SortedMap<String, String> unread = new TreeMap<>();

    Draft(Workspace workspace) {
      this.workspace = workspace;
    }

    void load(Collection<String> files) {
      List<WatchedTask> tasks = new ArrayList<>();
      for (String file : files) {
        tasks.add(new LoadTask(file, workspace));
      }
      for (WatchedTask done : runner.run(tasks)) {
        LoadTask task = (LoadTask) done;
        if (task.text().isPresent()) {
          texts.put(task.file(), task.text().get());
        } else {
          unread.put(task.file(), task.reason());
        }
      }
    }

    void judge(Collection<SourceText> some) {
      // A file that turns out to be unreadable leaves the texts while threads may still read them.
      Project project =
          new Project(workspace, new Models(workspace, new TreeMap<>(texts), readers));
      SharedFindings shared = new SharedFindings(project);
      List<WatchedTask> tasks = new ArrayList<>();
      for (SourceText text : some) {
        RuleSet rules = ruleSet(text.name());
        Reading reading = new Reading(text, readers);
        for (Part part : parts(text, some)) {
          tasks.add(new JudgeTask(reading, part, shared, rules, suppressions));
        }
      }
      for (JudgeTask task : merged(runner.run(tasks))) {
        if (task.reason().isEmpty()) {
          judged.put(task.file(), task.result());
        } else {
          texts.remove(task.file());
          unread.put(task.file(), task.reason());
        }
      }
    }

    /** A large OpenAPI file that is most of what there is to do is shared by all threads. */
    private List<Part> parts(SourceText text, Collection<SourceText> all) {
      boolean isLarge = text.content().length() >= LARGE && readers.isOpenApi(text.name());
      if (!isLarge || 2L * text.content().length() < length(all)) {
        return List.of(Part.ALL);
      }
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < PARTS; i++) {
        parts.add(new Part(i, PARTS));
      }
      return parts;
    }

    private static long length(Collection<SourceText> texts) {
      long length = 0;
      for (SourceText text : texts) {
        length += text.content().length();
      }
      return length;
    }

    /** One task a file, which has taken over what others came to on parts of it. */
    private static List<JudgeTask> merged(List<WatchedTask> done) {
      List<JudgeTask> merged = new ArrayList<>();
      for (int i = 0; i < done.size(); ) {
        JudgeTask first = (JudgeTask) done.get(i++);
        List<JudgeTask> others = new ArrayList<>();
        while (i < done.size() && done.get(i).file().equals(first.file())) {
          others.add((JudgeTask) done.get(i++));
        }
        if (!others.isEmpty()) {
          first.merge(others);
        }
        merged.add(first);
      }
      return merged;
    }

    Analysis analysis() {
      return new Analysis(workspace, texts, judged, unread, readers);
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
