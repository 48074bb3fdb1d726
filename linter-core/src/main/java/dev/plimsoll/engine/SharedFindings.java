package dev.plimsoll.engine;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.policy.PolicyRule;
import dev.plimsoll.policy.PolicySubject;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.Project;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rules report of several files together, in one state of the workspace: found once, and dealt
 * out to each of them. Safe for use by several threads.
 */
final class SharedFindings {

  private final Project project;
  private final Map<Key, Dealt> known = new ConcurrentHashMap<>();

  /** A rule as it is set, and what tells the files that it looks at. */
  private record Key(String rule, Record options, String errorModel, List<String> files) {}

  /** What was reported by the file in which it stands, and what that rests on. */
  private record Dealt(Map<String, List<Finding>> findings, Inquiry asked) {}

  /** How a rule looks at all of them. */
  private abstract static class Look<R extends Rule> {
    abstract void at(R rule, RuleContext context);
  }

  SharedFindings(Project project) {
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
    List<String> key = new ArrayList<>(List.of(set.folder(), set.name())); // what it is started for
    key.addAll(set.files());
    report(
        active,
        key,
        file,
        context,
        new Look<>() {
          @Override
          void at(ComposeRule rule, RuleContext asked) {
            rule.across(set, asked);
          }
        });
  }

  /** Reports what a rule says of a description in one of its files. */
  void report(
      Active<OpenApiRule> active,
      OpenApiDescription api,
      OpenApiDispatch dispatch,
      String file,
      RuleContext context) {
    report(
        active,
        List.of(api.entry().name()),
        file,
        context,
        new Look<>() {
          @Override
          void at(OpenApiRule rule, RuleContext asked) {
            dispatch.show(active, api, asked);
          }
        });
  }

  /** Reports what a policy says of a description in one of its files. */
  void reportPolicy(
      Active<PolicyRule> active, OpenApiDescription api, String file, RuleContext context) {
    report(
        active,
        List.of(api.entry().name()),
        file,
        context,
        new Look<>() {
          @Override
          void at(PolicyRule rule, RuleContext asked) {
            rule.judge(PolicySubject.of(api), asked);
          }
        });
  }

  private <R extends Rule> void report(
      Active<R> active, List<String> files, String file, RuleContext context, Look<R> look) {
    Key key = new Key(active.id(), active.options(), active.errorModel(), files);
    Dealt dealt = known.get(key);
    if (dealt == null) {
      dealt = deal(active, look);
      known.put(key, dealt);
    }
    context.inquiry().add(dealt.asked());
    for (Finding finding : dealt.findings().getOrDefault(file, List.of())) {
      context.report(finding);
    }
  }

  private <R extends Rule> Dealt deal(Active<R> active, Look<R> look) {
    RuleContext context = new RuleContext(active.options(), active.errorModel(), project);
    look.at(active.rule(), context);
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
