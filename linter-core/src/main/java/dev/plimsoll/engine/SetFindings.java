package dev.plimsoll.engine;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.Project;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rules report of Compose sets as wholes, in one state of the workspace: found once, and dealt
 * out to the files of the set. Safe for use by several threads.
 */
final class SetFindings {

  private final Project project;
  private final Map<Key, Dealt> known = new ConcurrentHashMap<>();

  /** A rule and a set; what a set is started for is part of its name. */
  private record Key(String rule, String folder, String name, List<String> files) {}

  /** What was reported by the file in which it stands, and what that rests on. */
  private record Dealt(Map<String, List<Finding>> findings, Inquiry asked) {}

  SetFindings(Project project) {
    this.project = project;
  }

  Project project() {
    return project;
  }

  /** Reports what a rule says of a set in one of its files. */
  void report(Active<ComposeRule> active, ComposeSet set, String file, RuleContext context) {
    if (set.read().size() == 1) {
      active.rule().across(set, context);
      return;
    }
    Key key = new Key(active.id(), set.folder(), set.name(), set.files());
    Dealt dealt = known.get(key);
    if (dealt == null) {
      dealt = deal(active, set);
      known.put(key, dealt);
    }
    context.inquiry().add(dealt.asked());
    for (Finding finding : dealt.findings().getOrDefault(file, List.of())) {
      context.report(finding);
    }
  }

  private Dealt deal(Active<ComposeRule> active, ComposeSet set) {
    RuleContext context = new RuleContext(active.options(), project);
    active.rule().across(set, context);
    Map<String, List<Finding>> findings = new HashMap<>();
    for (Finding finding : context.findings()) {
      String file = finding.slice().place().file();
      List<Finding> there = findings.get(file);
      if (there == null) {
        there = new ArrayList<>();
        findings.put(file, there);
      }
      there.add(finding);
    }
    return new Dealt(findings, context.inquiry());
  }
}
