package dev.plimsoll.rules.dockerfile.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Optional;

/** A new version of the base image may set another WORKDIR, and all paths below it move. */
@RuleInfo(
    id = "dockerfile/workdir-relative",
    title = "WORKDIR is relative to an unknown directory",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "hadolint:DL3000",
      "buildkit:WorkdirRelativePath",
      "trivy:DS-0009",
      "checkov:CKV_DOCKER_10",
      "sonar:S7021"
    })
public final class WorkdirRelative extends DockerfileRule {

  @Override
  public void stage(Stage stage, RuleContext context) {
    if (stage.base().root() instanceof Base.Scratch || inherits(stage.base())) {
      return;
    }
    Optional<Plain> first = firstWorkdir(stage);
    if (first.isPresent() && first.get().tree() instanceof Instruction.Workdir workdir) {
      check(first.get(), workdir, context);
    }
  }

  /** Whether a stage that it descends from has a WORKDIR: there that one is judged. */
  private static boolean inherits(Base base) {
    Base above = base;
    while (above instanceof Base.OfStage parent) {
      if (firstWorkdir(parent.stage()).isPresent()) {
        return true;
      }
      above = parent.stage().base();
    }
    return false;
  }

  private static Optional<Plain> firstWorkdir(Stage stage) {
    for (Step step : stage.steps()) {
      if (step instanceof Plain plain && plain.tree() instanceof Instruction.Workdir) {
        return Optional.of(plain);
      }
    }
    return Optional.empty();
  }

  private static void check(Plain step, Instruction.Workdir workdir, RuleContext context) {
    Slice path = workdir.path().slice();
    Value value = step.before().valueOf(workdir.path());
    boolean relative =
        value instanceof Value.Known known ? isRelative(known.text()) : isRelative(path.text());
    if (!relative) {
      return;
    }
    Finding finding =
        Finding.at(
            step.anchor(),
            path,
            "%s is below whatever folder the base image sets: write the whole path",
            path);
    context.report(path.text().contains("$") ? finding : finding.withFix(fix(step, path)));
  }

  /** By its first character, quotes aside; a variable, also one of Windows, may be a whole path. */
  private static boolean isRelative(String path) {
    int at = isQuoted(path) ? 1 : 0;
    if (at >= path.length() || "$/\\%".indexOf(path.charAt(at)) >= 0) {
      return false;
    }
    return at + 1 >= path.length() || path.charAt(at + 1) != ':';
  }

  private static boolean isQuoted(String path) {
    return path.startsWith("\"") || path.startsWith("'");
  }

  private static Fix fix(Plain step, Slice path) {
    String text = path.text();
    int start = isQuoted(text) ? 1 : 0;
    int end = text.startsWith("./", start) ? start + 2 : start;
    String folder = step.before().workdir() instanceof Value.Known known ? known.text() : "/";
    String prefix = folder.endsWith("/") ? folder : folder + "/";
    Edit edit =
        end == start
            ? Edit.insertBefore(path.part(start, text.length()), prefix)
            : Edit.replace(path.part(start, end), prefix);
    boolean plain =
        text.indexOf("..") < 0
            && text.indexOf('~') < 0
            && !text.equals(".")
            && folder.startsWith("/");
    return Fix.unsafe(
            "Write the whole path", plain ? edit : new Edit.Impossible("the path is not plain"))
        .changing(step.anchor());
  }
}
