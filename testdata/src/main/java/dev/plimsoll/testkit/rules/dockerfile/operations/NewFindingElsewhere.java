package dev.plimsoll.testkit.rules.dockerfile.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/** Its fix mends its own file and opens a label in another one. */
@RuleInfo(
    id = "dockerfile/new-finding-elsewhere",
    title = "Saboteur: new-finding-elsewhere",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class NewFindingElsewhere extends ProjectRule {

  private static final String OTHER = "other/Dockerfile";

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    for (Step step : file.steps()) {
      if (step instanceof KeyValues keyValues) {
        for (Pair pair : keyValues.pairs()) {
          if (pair.value().text().equals("new-finding-elsewhere")) {
            report(keyValues, pair, context);
          }
        }
      }
    }
  }

  private static void report(KeyValues keyValues, Pair pair, RuleContext context) {
    Optional<DockerfileModel> other = context.project().dockerfile(OTHER);
    if (other.isEmpty()) {
      return;
    }
    Anchor label = other.get().stages().get(0).anchor().child("LABEL");
    int end = other.get().source().content().length();
    context.report(
        Finding.at(keyValues.anchor(), pair.value().slice(), "sabotage by new-finding-elsewhere")
            .withFix(
                Fix.unsafe(
                        "Open a label elsewhere",
                        Edit.replace(pair.value().slice(), "x"),
                        Edit.replace(
                            other.get().source().slice(dev.plimsoll.text.Span.at(end)),
                            "LABEL todo=open-elsewhere\n"))
                    .changing(keyValues.anchor())
                    .declaring(ModelChange.of(ModelChange.Kind.ADD, OTHER, label))));
  }
}
