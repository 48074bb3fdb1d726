package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;
import java.util.Set;

/** Compose starts nothing at all while a service mounts a named volume that is not declared. */
@RuleInfo(
    id = "compose/undefined-volume",
    title = "Named volume is not declared",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class UndefinedVolume extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("volumes") || !Undeclared.isSettled(set, file)) {
      return;
    }
    Set<String> known = set.section("volumes").keySet();
    for (ComposeNode mount : service.items("volumes")) {
      Optional<Scalar> type = Undeclared.name(mount, "type");
      Optional<Scalar> source = Undeclared.name(mount, "source");
      if (type.isEmpty() || source.isEmpty() || !type.get().text().equals("volume")) {
        continue;
      }
      String name = source.get().known().orElseThrow();
      if (!known.contains(name)) {
        Undeclared volume =
            new Undeclared(service.anchor("volumes"), source.get().slice(), name, known);
        report(volume, name.indexOf('/') >= 0, file, context);
      }
    }
  }

  private static void report(
      Undeclared volume, boolean isPath, ComposeFile file, RuleContext context) {
    if (isPath) {
      context.report(
          volume.finding("volume %s is not declared under volumes%s: a folder begins with ./"));
      return;
    }
    Finding finding = volume.finding("volume %s is not declared under volumes%s");
    Optional<Fix> renaming = volume.renaming(file);
    Optional<Fix> fix = renaming.isPresent() ? renaming : volume.declaring(file, "volumes");
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }
}
