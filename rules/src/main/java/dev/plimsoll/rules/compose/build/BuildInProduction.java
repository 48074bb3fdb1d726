package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** A host that may build runs what its own folder holds, not what was tested and pushed. */
@RuleInfo(
    id = "compose/build-in-production",
    title = "Production files carry build sections",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    fixOrder = -1)
public final class BuildInProduction extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Slice> build = service.keySlice("build");
    if (build.isEmpty()
        || set.role() != ComposeRole.PRODUCTION
        || BuildOnly.isBuildFile(build.get().place().file())
        || BuildOnly.is(service, set, context)) {
      return;
    }
    Finding finding =
        Finding.at(
            service.anchor("build"),
            build.get(),
            "production can build service %s anew: build it elsewhere, and name only its image"
                + " here",
            service.name());
    if (!set.evidence().isEmpty()) {
      finding = finding.related(set.evidence().get(0), "production is started here");
    }
    Optional<Fix> fix = Separation.of(set, PlaceholderOverride.USUAL, context);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }
}
