package dev.plimsoll.rules.shell.build;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.script.ActionStep;
import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;

/** The action of Docker that builds, where it finds no layers of earlier runs. */
final class CiBuildAction {

  static final String NAME = "docker/build-push-action";

  private static final List<String> INPUTS =
      List.of("cache-from", "cache-to", "no-cache", "builder");

  private CiBuildAction() {}

  static void check(ActionStep step, WorkflowModel workflow, RuleContext context) {
    for (String input : INPUTS) {
      if (step.has(input)) {
        return;
      }
    }
    if (isInline(step) || isTrivial(step, workflow, context)) {
      return;
    }
    context.report(
        Finding.at(
                step.anchor(),
                step.name(),
                "%s finds no layers of earlier runs on a new machine: keep them by cache-from and"
                    + " cache-to",
                NAME)
            .withFix(fix(step, workflow)));
  }

  private static boolean isInline(ActionStep step) {
    return step.input("build-args").isPresent()
        && step.input("build-args").get().text().contains("BUILDKIT_INLINE_CACHE");
  }

  /** Whether the Dockerfile is known to run nothing, so that there is little to keep. */
  private static boolean isTrivial(ActionStep step, WorkflowModel workflow, RuleContext context) {
    String folder = step.input("context").isPresent() ? step.input("context").get().text() : ".";
    String path =
        step.input("file").isPresent() ? step.input("file").get().text() : folder + "/Dockerfile";
    Optional<DockerfileModel> file =
        BuildCommand.dockerfile(workflow.source().name(), path, context);
    return file.isPresent() && !file.get().hasRun();
  }

  private static Fix fix(ActionStep step, WorkflowModel workflow) {
    YamlEdits edits = YamlEdits.of(workflow.workflow().yaml(), workflow.source());
    String title = "Keep the layers in GitHub's cache";
    Optional<Mapping> inputs = step.used().inputs();
    NewYaml from = NewYaml.text("type=gha");
    NewYaml to = NewYaml.text("type=gha,mode=max");
    Fix fix =
        inputs.isPresent()
            ? Fix.show(
                title,
                edits.addKey(inputs.get(), "cache-from", from),
                edits.addKey(inputs.get(), "cache-to", to))
            : Fix.show(
                title,
                edits.addKey(
                    step.used().step(),
                    "with",
                    NewYaml.mapping(
                        NewYaml.pair("cache-from", from), NewYaml.pair("cache-to", to))));
    return fix.changing(Anchor.FILE);
  }
}
