package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** A program with a setuid bit hands its owner's rights to whoever finds a fault in it. */
@RuleInfo(
    id = "dockerfile/setuid-copy",
    title = "--chmod sets the setuid or setgid bit",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    cwe = 732)
public final class SetuidCopy extends DockerfileRule {

  @Override
  public void copy(Copy copy, RuleContext context) {
    Optional<CopyMode> found = CopyMode.of(copy);
    if (found.isEmpty()) {
      return;
    }
    FileMode mode = found.get().mode();
    if (!mode.setsUserId() && !mode.setsGroupId()) {
      return;
    }
    Slice slice = found.get().slice();
    Finding finding = Finding.at(copy.anchor(), slice, message(mode), slice);
    Optional<FileMode> safer = mode.withoutSetId();
    if (found.get().isLiteral()) {
      finding =
          safer.isPresent()
              ? finding.withFix(
                  Fix.unsafe(
                          "Use mode " + safer.get().text(), Edit.replace(slice, safer.get().text()))
                      .changing(copy.anchor()))
              : finding.withFix(
                  Fix.unsafe(
                          "Delete the flag",
                          DockerfileEdits.deleteFlag(copy.flag("chmod").orElseThrow()))
                      .changing(copy.anchor()));
    }
    context.report(finding);
  }

  private static String message(FileMode mode) {
    if (!mode.setsGroupId()) {
      return "mode %s sets the setuid bit: the file runs with its owner's rights";
    }
    return mode.setsUserId()
        ? "mode %s sets the setuid and setgid bits: the file runs with its owner's rights"
        : "mode %s sets the setgid bit: the file runs with its group's rights";
  }
}
