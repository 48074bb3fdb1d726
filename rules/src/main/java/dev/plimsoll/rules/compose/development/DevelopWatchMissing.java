package dev.plimsoll.rules.compose.development;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Without it each change of a line needs a build and a new container, by hand. */
@RuleInfo(
    id = "compose/develop-watch-missing",
    title = "Buildable service has no watch rule for development",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class DevelopWatchMissing extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Slice> build = service.keySlice("build");
    if (build.isEmpty()
        || service.has("develop")
        || !build.get().place().file().equals(file.name())
        || !isForPeople(set.role())
        || !set.isWhole()
        || !(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image)
        || !(image.value() instanceof ServiceImage.Built built)
        || !copiesSources(built)
        || isHelpedElsewhere(service, file, context)) {
      return;
    }
    Finding finding =
        Finding.at(
            service.anchor("build"),
            build.get(),
            "%s is built from sources, and no develop.watch and no mount brings their changes in",
            service.name());
    Optional<Fix> fix = fix(build.get(), service, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static boolean isForPeople(ComposeRole role) {
    return role == ComposeRole.DEVELOPMENT || role == ComposeRole.UNKNOWN;
  }

  /** Whether a stage of the file takes a folder of the build context in. */
  private static boolean copiesSources(ServiceImage.Built built) {
    for (Stage stage : built.file().stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Copy copy && copy.readsContext() && isFolder(copy)) {
          return true;
        }
      }
    }
    return false;
  }

  /** So far as names tell: a file has an ending, or is one of a few. */
  private static boolean isFolder(Copy copy) {
    for (Word source : copy.contextSources()) {
      String text = source.text();
      String name = text.substring(text.lastIndexOf('/') + 1);
      if (text.equals(".") || text.equals("./") || text.endsWith("/") || name.equals("src")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has one in some set of the file, or its sources are mounted there. */
  private static boolean isHelpedElsewhere(
      ComposeService service, ComposeFile file, RuleContext context) {
    for (ComposeSet set : context.compose().composeSets(file)) {
      Optional<ComposeService> there = set.service(service.name());
      if (there.isPresent() && (there.get().has("develop") || mountsFolder(there.get(), set))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mountsFolder(ComposeService service, ComposeSet set) {
    for (ServiceMount mount : set.mounts(service)) {
      if (mount.kind() == ServiceMount.Kind.BIND
          && mount.source().isPresent()
          && mount.source().get().text().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** Builds anew whatever changes: a narrower rule has to know what the program can reload. */
  private static Optional<Fix> fix(Slice build, ComposeService service, ComposeFile file) {
    Optional<Scalar> context = service.scalar("build", "context");
    Optional<ComposeFile.Spot> spot = file.spot(build);
    if (context.isEmpty() || context.get().fixed().isEmpty() || spot.isEmpty()) {
      return Optional.empty();
    }
    NewYaml rule =
        NewYaml.mapping(
            NewYaml.pair("action", NewYaml.text("rebuild")),
            NewYaml.pair("path", NewYaml.text(context.get().text())));
    NewYaml develop = NewYaml.mapping(NewYaml.pair("watch", NewYaml.list(rule)));
    Edit edit =
        YamlEdits.of(file.yaml(), file.source())
            .addKeyAfter(spot.get().mapping(), spot.get().entry(), "develop", develop);
    return Optional.of(
        Fix.unsafe("Build it anew when a file changes", edit)
            .declaring(
                ModelChange.of(ModelChange.Kind.ADD, file.name(), service.anchor("develop"))));
  }
}
