package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.command.ModeArgument;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** A file of an image that every user may write is one that any process may replace. */
@RuleInfo(
    id = "dockerfile/world-writable-copy",
    title = "--chmod lets every user write",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "sonar:S2612",
    cwe = 732,
    options = WorldWritableCopy.Options.class)
public final class WorldWritableCopy extends DockerfileRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "paths that every user may write to; a trailing /** covers what lies below")
          List<String> allowedPaths) {}

  @Override
  public void copy(Copy copy, RuleContext context) {
    Optional<CopyMode> found = CopyMode.of(copy);
    if (found.isEmpty()) {
      return;
    }
    FileMode mode = found.get().mode();
    if (!mode.othersMayWrite() || mode.isSticky() || isAllowed(copy, context)) {
      return;
    }
    Slice slice = found.get().slice();
    Finding finding =
        slice.text().indexOf('$') < 0
            ? Finding.at(copy.anchor(), slice, "mode %s lets every user write", slice)
            : Finding.at(
                copy.anchor(),
                slice,
                "mode %s, by default %s, lets every user write",
                slice,
                mode.text());
    Optional<FileMode> safer = mode.withoutOthersWrite();
    if (safer.isPresent() && found.get().isLiteral()) {
      String text = safer.get().text();
      finding =
          finding.withFix(
              Fix.unsafe("Use mode " + text, Edit.replace(slice, text)).changing(copy.anchor()));
    }
    context.report(finding);
  }

  private static boolean isAllowed(Copy copy, RuleContext context) {
    List<String> allowed = context.options(Options.class).allowedPaths();
    if (allowed.isEmpty() || !(copy.target() instanceof Value.Known target)) {
      return false;
    }
    if (ModeArgument.liesWithin(target.text(), allowed)) {
      return true;
    }
    for (Word source : copy.tree().sources()) {
      String name = source.text().substring(source.text().lastIndexOf('/') + 1);
      if (!ModeArgument.liesWithin(target.text() + "/" + name, allowed)) {
        return false;
      }
    }
    return copy.isIntoFolder();
  }
}
