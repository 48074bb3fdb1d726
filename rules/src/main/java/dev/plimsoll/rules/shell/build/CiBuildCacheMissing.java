package dev.plimsoll.rules.shell.build;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.BuildCall;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.script.ActionStep;
import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
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

  /** Options by which layers come and go, and one that says that none are wanted. */
  private static final List<String> OPTIONS =
      List.of("--cache-from", "--cache-to", "--no-cache", "--builder");

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
        CiComposeBuild.check(command, context);
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
    return file.isPresent() && !file.get().hasRun();
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

  @Override
  public void workflow(WorkflowModel workflow, RuleContext context) {
    for (ActionStep step : workflow.actions()) {
      if (step.hasNewDocker() && step.isOf(CiBuildAction.NAME)) {
        CiBuildAction.check(step, workflow, context);
      }
    }
  }
}
