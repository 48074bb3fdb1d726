package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceNeed;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** A build can be made from another service's image only where Compose builds that one, too. */
@RuleInfo(
    id = "compose/context-service-without-build",
    title = "Build context names a service that has no build",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class ContextServiceWithoutBuild extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (Scalar name : ServiceNeed.contexts(service)) {
      Optional<ComposeService> base = set.service(name.known().orElseThrow());
      if (base.isPresent() && !base.get().has("build") && Undeclared.isSettled(set, file)) {
        String template =
            base.get().has("image")
                ? "service %s has no build: write docker-image:// and its image instead"
                : "service %s has no build, so nothing can be built from it";
        context.report(
            Finding.at(
                    service.anchor("build").child("additional_contexts"),
                    name.slice(),
                    template,
                    name.value())
                .related(base.get().key(), "the service is declared here"));
      }
    }
  }
}
