package dev.plimsoll.rules.dockerfile.packages;

import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers of the base keep what it installed, so that both versions are shipped. */
@RuleInfo(
    id = "dockerfile/dependency-pin-conflicts-with-base",
    title = "Image reinstalls its base's packages in other versions",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class DependencyPinConflictsWithBase extends DockerfileRule {

  @Override
  public void stage(Stage stage, RuleContext context) {
    if (!installs(stage)) {
      return;
    }
    String name = stage.from().slice().place().file();
    Optional<DockerfileModel> read = context.project().dockerfile(name);
    if (read.isEmpty()) {
      return;
    }
    DockerfileModel file = read.get();
    Map<String, PackagePin> pins = new HashMap<>();
    if (stage.base().root() instanceof Base.OfImage image && image.known().isEmpty()) {
      for (ServiceImage.Built built : context.project().baseBuilds(file)) {
        collect(built.stage().lineage(), built.file(), built.stage(), pins, context);
      }
    }
    if (stage.base() instanceof Base.OfStage parent) {
      collect(parent.stage().lineage(), file, parent.stage(), pins, context);
    }
    if (!pins.isEmpty()) {
      compare(stage, file, pins, context);
    }
  }

  private static boolean installs(Stage stage) {
    for (Step step : stage.steps()) {
      if (step instanceof Run run && run.script().slice().text().contains(" install ")) {
        return true;
      }
    }
    return false;
  }

  private static void collect(
      List<Step> steps,
      DockerfileModel file,
      Stage stage,
      Map<String, PackagePin> pins,
      RuleContext context) {
    for (Step step : steps) {
      if (step instanceof Run run && !run.isTrigger()) {
        for (PackagePin pin : PackagePin.of(run, file, stage, context.project())) {
          pins.put(pin.key(), pin);
        }
      }
    }
  }

  private static void compare(
      Stage stage, DockerfileModel file, Map<String, PackagePin> pins, RuleContext context) {
    for (Step step : stage.steps()) {
      if (step instanceof Run run && !run.isTrigger()) {
        for (PackagePin pin : PackagePin.of(run, file, stage, context.project())) {
          PackagePin base = pins.remove(pin.key());
          if (base != null && !base.isSame(pin)) {
            report(pin, base, context);
          }
        }
      }
    }
  }

  private static void report(PackagePin pin, PackagePin base, RuleContext context) {
    context.report(
        Finding.at(
                pin.command().anchor(),
                pin.word(),
                "%s %s is installed over the %s of the base image: its layers keep both",
                pin.name(),
                pin.version(),
                base.version())
            .related(base.place(), "the base image installs it here"));
  }
}
