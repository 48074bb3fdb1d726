package dev.plimsoll.rules.dockerfile.secrets;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Reaching;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** A folder that is copied whole takes the secrets of the developer's machine along. */
@RuleInfo(
    id = "dockerfile/env-file-in-build-context",
    title = "Env file is copied with the build context",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    cwe = 538,
    options = EnvFileInBuildContext.Options.class)
public final class EnvFileInBuildContext extends ProjectRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "names of files that are not to be copied along",
              byDefault = {".env", ".env.local", ".env.production"})
          List<String> files) {}

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
    List<String> names = context.options(Options.class).files();
    Answer<Reaching> answer = context.project().reaching(file, source.text(), names);
    if (!(answer instanceof Answer.Known<Reaching> known) || known.value().files().isEmpty()) {
      return;
    }
    Reaching reaching = known.value();
    context.report(
        Finding.at(
                copy.anchor(),
                source.slice(),
                "%s is copied with %s: exclude it in .dockerignore",
                reaching.files().get(0),
                source.slice())
            .because(known.because())
            .withFix(exclude(reaching)));
  }

  private static Fix exclude(Reaching reaching) {
    Optional<Slice> file = reaching.ignoreFile();
    String ending = file.isEmpty() ? "\n" : file.get().source().host().lineEndingAt(0);
    StringBuilder lines = new StringBuilder();
    for (String each : reaching.files()) {
      lines.append(each).append(ending);
    }
    String title = "Exclude it in .dockerignore";
    if (file.isEmpty()) {
      return Fix.unsafe(title).creating(new NewFile(reaching.ignoreName(), 0644, lines.toString()));
    }
    Slice text = file.get();
    boolean open = !text.text().isEmpty() && !text.text().endsWith("\n");
    return Fix.unsafe(title, Edit.insertAfter(text, (open ? ending : "") + lines))
        .declaring(ModelChange.of(ModelChange.Kind.CHANGE, reaching.ignoreName(), Anchor.FILE));
  }
}
