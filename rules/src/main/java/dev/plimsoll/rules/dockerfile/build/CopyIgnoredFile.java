package dev.plimsoll.rules.dockerfile.build;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Exclusion;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** What the ignore file keeps out of the build context cannot be copied: the build fails. */
@RuleInfo(
    id = "dockerfile/copy-ignored-file",
    title = "Copied file is excluded by the ignore file",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "buildkit:CopyIgnoredFile")
public final class CopyIgnoredFile extends ProjectRule {

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    for (Step step : file.steps()) {
      if (step instanceof Copy copy && copy.readsContext()) {
        for (Word source : copy.contextSources()) {
          check(file, copy, source, context);
        }
      }
    }
  }

  private static void check(DockerfileModel file, Copy copy, Word source, RuleContext context) {
    Answer<Optional<Exclusion>> answer = context.project().excluded(file, source.text());
    if (answer instanceof Answer.Known<Optional<Exclusion>> known && known.value().isPresent()) {
      Exclusion exclusion = known.value().get();
      context.report(
          Finding.at(
                  copy.anchor(),
                  source.slice(),
                  "%s never reaches the build: %s excludes it",
                  source.slice(),
                  exclusion.baseName())
              .related(exclusion.pattern(), "excluded by this pattern")
              .because(known.because()));
    }
  }
}
