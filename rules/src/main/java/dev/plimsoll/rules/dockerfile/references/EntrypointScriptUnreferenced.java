package dev.plimsoll.rules.dockerfile.references;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** What a script does for a container is not done where no image has it. */
@RuleInfo(
    id = "dockerfile/entrypoint-script-unreferenced",
    title = "Entrypoint script is used by no image",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class EntrypointScriptUnreferenced extends ProjectRule {

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    Optional<Stage> last = file.finalStage();
    if (last.isEmpty()) {
      return;
    }
    List<String> unused = context.project().unusedEntrypoints(file);
    if (!unused.isEmpty()) {
      context.report(
          Finding.at(
              last.get().anchor(),
              last.get().from().image().slice(),
              "no image takes %s, which lies beside this file",
              String.join(" or ", unused)));
    }
  }
}
