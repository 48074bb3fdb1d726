package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.ContainerVariable;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;

/** Compose replaces a single dollar before the container's shell ever sees it. */
@RuleInfo(
    id = "compose/unescaped-dollar",
    title = "Dollar meant for the container is not doubled",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class UnescapedDollar extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.variables().isEmpty()) {
      return;
    }
    for (ContainerVariable each : context.compose().containerVariables(set)) {
      if (each.use().expression().place().file().equals(file.name())) {
        Anchor anchor = file.anchor(each.use().expression());
        context.report(finding(each, anchor).withFix(fix(each, anchor)));
      }
    }
  }

  private static Finding finding(ContainerVariable variable, Anchor anchor) {
    Slice use = variable.use().expression();
    return switch (variable.knower()) {
      case HASH ->
          Finding.at(
              anchor,
              variable.dollars().get(0).part(0, 1),
              "Compose takes parts of this password hash for variables: double its dollar signs");
      case SCRIPT ->
          Finding.at(
              anchor,
              use,
              "Compose replaces %s with nothing before the script sets it: write $%s",
              use,
              use);
      case ENVIRONMENT ->
          Finding.at(
                  anchor,
                  use,
                  "Compose replaces %s with nothing, but environment sets it for the container:"
                      + " write $%s",
                  use,
                  use)
              .related(variable.where().orElseThrow(), "set here, where Compose does not look");
      case ENV_FILE ->
          Finding.at(
              anchor,
              use,
              "Compose replaces %s with nothing, but %s sets it for the container: write $%s",
              use,
              variable.where().orElseThrow(),
              use);
    };
  }

  private static Fix fix(ContainerVariable variable, Anchor anchor) {
    List<Edit> edits = new ArrayList<>();
    for (Slice dollar : variable.dollars()) {
      edits.add(Edit.replace(dollar, "$"));
    }
    String title = edits.size() == 1 ? "Double the dollar sign" : "Double the dollar signs";
    return Fix.unsafe(title, edits.toArray(Edit[]::new)).changing(anchor);
  }
}
