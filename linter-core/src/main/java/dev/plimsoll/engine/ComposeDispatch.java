package dev.plimsoll.engine;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import java.util.List;

/** Calls the hooks that some rule overrides for a Compose file and for the sets it belongs to. */
final class ComposeDispatch {

  private final List<Active<ComposeRule>> file;
  private final List<Active<ComposeRule>> set;
  private final List<Active<ComposeRule>> service;

  ComposeDispatch(RuleSet rules) {
    this.file = rules.compose().overriding("file");
    this.set = rules.compose().overriding("set");
    this.service = rules.compose().overriding("service");
  }

  void walk(ComposeFile model, Project project, RuleRun rules) {
    if (!model.isCompose()) {
      return;
    }
    rules.each(
        file,
        new RuleRun.Call<>() {
          @Override
          void on(ComposeRule rule, RuleContext context) {
            rule.file(model, context);
          }
        });
    Inquiry inquiry = new Inquiry();
    for (ComposeSet each : new ProjectView(project, inquiry).composeSets(model)) {
      set(model, each, inquiry, rules);
    }
  }

  private void set(ComposeFile model, ComposeSet node, Inquiry inquiry, RuleRun rules) {
    rules.each(
        set,
        new RuleRun.Call<>() {
          @Override
          void on(ComposeRule rule, RuleContext context) {
            context.keepTo(model.name(), inquiry);
            rule.set(node, model, context);
          }
        });
    for (ComposeService each : node.services()) {
      rules.each(
          service,
          new RuleRun.Call<>() {
            @Override
            void on(ComposeRule rule, RuleContext context) {
              context.keepTo(model.name(), inquiry);
              rule.service(each, node, model, context);
            }
          });
    }
  }
}
