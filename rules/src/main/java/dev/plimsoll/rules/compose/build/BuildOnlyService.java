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
import java.util.Set;

/** A container that does nothing is started, pulled and waited for, all for its image. */
@RuleInfo(
    id = "compose/build-only-service",
    title = "Runtime file holds a service that only builds an image",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    fixOrder = -1)
public final class BuildOnlyService extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("build")
        || set.role() == ComposeRole.BUILD
        || service.has("profiles")
        || service.has("scale")
        || service.find("deploy", "replicas").isPresent()) {
      return;
    }
    Slice build = service.keySlice("build").orElse(service.key());
    String builder = build.place().file();
    if (BuildOnly.isBuildFile(builder) || !BuildOnly.is(service, set, context)) {
      return;
    }
    boolean isHere = service.key().place().file().equals(builder);
    Set<String> above = BuildOnly.above(service, set, context);
    String below = above.isEmpty() ? "" : " below " + String.join(" and ", above);
    Finding finding =
        Finding.at(
            service.anchor(),
            isHere ? service.key() : build,
            "service %s is started, but only builds an image%s: leave it to a file for builds",
            service.name(),
            below);
    Optional<Fix> fix = Separation.of(set, PlaceholderOverride.USUAL, context);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }
}
