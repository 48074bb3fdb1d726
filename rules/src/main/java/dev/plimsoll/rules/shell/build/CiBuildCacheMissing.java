package dev.plimsoll.rules.shell.build;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.command.BuildCall;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ComposeCall;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.script.ActionStep;
import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Anchor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A machine that is new for each run builds every layer again. */
@RuleInfo(
    id = "shell/ci-build-cache-missing",
    title = "CI builds images without a layer cache",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.SHOW)
public final class CiBuildCacheMissing extends ShellRule {

  private static final String ACTION = "docker/build-push-action";

  /** Options by which layers come and go, and one that says that none are wanted. */
  private static final List<String> OPTIONS =
      List.of("--cache-from", "--cache-to", "--no-cache", "--builder");

  private static final List<String> INPUTS =
      List.of("cache-from", "cache-to", "no-cache", "builder");

  @Override
  public void script(ScriptContext script, RuleContext context) {
    if (!script.hasNewDocker()
        || script.script().slice().text().contains("BUILDKIT_INLINE_CACHE")) {
      return;
    }
    Set<String> before = new HashSet<>();
    for (Command command : script.script().commands()) {
      Optional<BuildCall> build = BuildCall.of(command);
      if (build.isPresent()) {
        if (before.add(source(build.get())) && lacksCache(build.get(), context)) {
          report(build.get(), context);
        }
      } else {
        composed(command, context);
      }
    }
  }

  /** What it builds: a second build of the same has the layers of the first. */
  private static String source(BuildCall build) {
    String file = build.file().isPresent() ? build.file().get().text() : "";
    return file + " " + (build.context().isPresent() ? build.context().get().text() : "");
  }

  private static boolean lacksCache(BuildCall build, RuleContext context) {
    return build.isSure() && !hasOne(build) && !isTrivial(build, context);
  }

  private static void composed(Command command, RuleContext context) {
    Optional<ComposeCall> call = ComposeCall.of(command);
    if (call.isEmpty()) {
      return;
    }
    Optional<ShellWord> word = buildWord(call.get());
    if (word.isPresent() && buildsWithoutCache(call.get(), context)) {
      context.report(
          Finding.at(
              command.anchor(),
              word.get().slice(),
              "%s finds no layers of earlier runs on a new machine: name where they are kept by"
                  + " cache_from and cache_to",
              word.get().slice()));
    }
  }

  private static boolean hasOne(BuildCall build) {
    for (String option : OPTIONS) {
      if (build.hasOption(option)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the Dockerfile is known to run nothing, so that there is little to keep. */
  private static boolean isTrivial(BuildCall build, RuleContext context) {
    Optional<DockerfileModel> file = BuildCommand.dockerfile(build, context);
    return file.isPresent() && !runs(file.get());
  }

  private static boolean runs(DockerfileModel file) {
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run) {
          return true;
        }
      }
    }
    return false;
  }

  private static void report(BuildCall build, RuleContext context) {
    String at = "type=registry,ref=" + place(build) + ":buildcache";
    String options = "--cache-from " + at + " --cache-to " + at + ",mode=max";
    context.report(
        Finding.at(
                build.command().anchor(),
                build.verb().slice(),
                "%s finds no layers of earlier runs on a new machine: keep them by --cache-from and"
                    + " --cache-to",
                build.verb().slice())
            .withFix(
                Fix.show(
                        "Keep the layers beside the image, in its registry",
                        ShellEdits.insertWordAfter(build.verb(), options))
                    .changing(build.command().anchor())));
  }

  /** The image, if its name has a registry in it, or what stands for it. */
  private static String place(BuildCall build) {
    for (ShellWord tag : build.tags()) {
      String text = tag.text();
      int slash = text.indexOf('/');
      if (tag.isLiteral() && slash > 0 && text.indexOf('.') > 0 && text.indexOf('.') < slash) {
        int colon = text.indexOf(':', text.lastIndexOf('/'));
        return colon < 0 ? text : text.substring(0, colon);
      }
    }
    return "REGISTRY/IMAGE";
  }

  /** The word that has Compose build; nothing where it builds only what is missing, or anew. */
  private static Optional<ShellWord> buildWord(ComposeCall call) {
    if (call.hasOption("--no-cache") || call.hasOption("--builder")) {
      return Optional.empty();
    }
    if (call.isOf("build")) {
      return call.subcommand();
    }
    if (call.isOf("up")) {
      for (ShellWord option : call.options()) {
        if (option.text().equals("--build")) {
          return Optional.of(option);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what it builds is known, and nothing of that says where layers are kept. */
  private static boolean buildsWithoutCache(ComposeCall call, RuleContext context) {
    Answer<List<ComposeSet>> called =
        context.compose().files().called(call, call.command().name().slice().source().host());
    if (!(called instanceof Answer.Known<List<ComposeSet>> known)) {
      return false;
    }
    int built = 0;
    for (ComposeSet set : known.value()) {
      for (ComposeService service : set.services()) {
        if (service.has("build") && isAsked(service, call)) {
          built++;
          if (service.find("build", "cache_from").isPresent()
              || service.find("build", "cache_to").isPresent()
              || service.find("build", "no_cache").isPresent()) {
            return false;
          }
        }
      }
    }
    return built > 0;
  }

  private static boolean isAsked(ComposeService service, ComposeCall call) {
    for (ShellWord each : call.services()) {
      if (each.text().equals(service.name()) || !each.isLiteral()) {
        return true;
      }
    }
    return call.services().isEmpty();
  }

  @Override
  public void workflow(WorkflowModel workflow, RuleContext context) {
    for (ActionStep step : workflow.actions()) {
      if (step.hasNewDocker() && step.isOf(ACTION)) {
        action(step, workflow, context);
      }
    }
  }

  private static void action(ActionStep step, WorkflowModel workflow, RuleContext context) {
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
                ACTION)
            .withFix(fix(step, workflow)));
  }

  private static boolean isInline(ActionStep step) {
    return step.input("build-args").isPresent()
        && step.input("build-args").get().text().contains("BUILDKIT_INLINE_CACHE");
  }

  private static boolean isTrivial(ActionStep step, WorkflowModel workflow, RuleContext context) {
    String folder = step.input("context").isPresent() ? step.input("context").get().text() : ".";
    String path =
        step.input("file").isPresent() ? step.input("file").get().text() : folder + "/Dockerfile";
    Optional<DockerfileModel> file =
        BuildCommand.dockerfile(workflow.source().name(), path, context);
    return file.isPresent() && !runs(file.get());
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
