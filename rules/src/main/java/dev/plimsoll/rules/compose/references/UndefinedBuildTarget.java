package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.BuildPaths;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A build ends with an error where the stage that it is asked for is not in the Dockerfile. */
@RuleInfo(
    id = "compose/undefined-build-target",
    title = "Build target is no stage of the Dockerfile",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class UndefinedBuildTarget extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> target = service.scalar("build", "target");
    if (target.isEmpty() || target.get().fixed().isEmpty()) {
      return;
    }
    Optional<String> path = BuildPaths.dockerfile(service);
    Optional<DockerfileModel> dockerfile =
        path.isEmpty() ? Optional.empty() : context.compose().dockerfile(set, path.get());
    if (dockerfile.isPresent()) {
      check(target.get(), dockerfile.get(), service, context);
    }
  }

  private static void check(
      Scalar target, DockerfileModel dockerfile, ComposeService service, RuleContext context) {
    if (dockerfile.finalStage().isEmpty() || dockerfile.stage(target.text()).isPresent()) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (Stage stage : dockerfile.stages()) {
      if (stage.name().isPresent()) {
        names.add(stage.name().get());
      }
    }
    context.report(
        Finding.at(
                service.anchor("build"),
                target.slice(),
                "%s is no stage of %s%s",
                target.slice(),
                dockerfile.name(),
                NearestName.hint(target.text(), names))
            .because(List.of(new Place(dockerfile.name(), Span.at(0)))));
  }
}
