package dev.plimsoll.rules.dockerfile.references;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The earlier stage cannot be reached by its name any more, and nothing says so. */
@RuleInfo(
    id = "dockerfile/duplicate-stage-name",
    title = "Two stages have the same name",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {
      "hadolint:DL3024",
      "buildkit:DuplicateStageName",
      "trivy:DS-0012",
      "checkov:CKV_DOCKER_11"
    })
public final class DuplicateStageName extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    if (file.stages().size() < 2) {
      return;
    }
    Map<String, Word> taken = new HashMap<>();
    for (Stage stage : file.stages()) {
      Optional<Word> name = stage.from().stage();
      if (name.isPresent()) {
        Word earlier = taken.putIfAbsent(stage.name().orElseThrow(), name.get());
        if (earlier != null) {
          context.report(
              Finding.at(
                      stage.anchor().child("FROM"),
                      name.get().slice(),
                      "the stage name %s is taken: call this stage something else",
                      name.get().slice())
                  .related(earlier.slice(), "taken here"));
        }
      }
    }
  }
}
