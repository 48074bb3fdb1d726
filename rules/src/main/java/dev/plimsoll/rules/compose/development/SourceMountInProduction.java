package dev.plimsoll.rules.compose.development;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.compose.storage.MountRemoval;
import java.util.Optional;

/** What runs then is whatever lies on the host, and not what was built and tested. */
@RuleInfo(
    id = "compose/source-mount-in-production",
    title = "Source mount hides the production image's own files",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class SourceMountInProduction extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.role() != ComposeRole.PRODUCTION || !service.has("volumes")) {
      return;
    }
    for (ServiceMount mount : service.mounts()) {
      Optional<SourceMount> source = SourceMount.of(mount, service, set, context);
      if (source.isPresent()) {
        report(source.get(), service, set, file, context);
      }
    }
  }

  private static void report(
      SourceMount source,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    ServiceMount mount = source.mount();
    Copy copy = source.copy();
    Finding finding =
        Finding.at(
                service.anchor("volumes"),
                mount.source().orElseThrow().slice(),
                "%s is mounted over %s, which the image brings itself: production runs what lies on"
                    + " the host",
                mount.source().orElseThrow().value(),
                mount.target().value())
            .related(copy.tree().slice(), "the image gets its files here");
    Optional<Fix> fix =
        isForProduction(mount, set, file, context)
            ? MountRemoval.of(mount, service, file)
            : Optional.empty();
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Whether no other set has it, which may need it. */
  private static boolean isForProduction(
      ServiceMount mount, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!mount.slice().place().file().equals(file.name())) {
      return false;
    }
    for (ComposeSet other : context.compose().composeSets(file)) {
      if (other.role() != ComposeRole.PRODUCTION && !other.files().equals(set.files())) {
        return false;
      }
    }
    return true;
  }
}
