package dev.plimsoll.rules.dockerfile.references;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.dockerfile.VariableUse;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arguments end with the part of the file they stand in, and what is empty is no error. */
@RuleInfo(
    id = "dockerfile/global-arg-not-redeclared",
    title = "Global ARG is empty inside the stage",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"buildkit:UndefinedVar", "sonar:S6579"})
public final class GlobalArgNotRedeclared extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    char escape = file.tree().escape();
    for (Stage stage : file.stages()) {
      Set<String> reported = new HashSet<>();
      for (Step step : stage.steps()) {
        List<VariableUse> uses =
            step instanceof Run run && !run.isTrigger()
                ? VariableUse.inScript(run)
                : VariableUse.in(step, escape);
        for (VariableUse use : uses) {
          String name = use.name().text();
          boolean empty =
              file.isGlobalArgument(name)
                  && !step.before().declares(name)
                  && !mayBeSet(stage, name);
          if (empty && reported.add(name)) {
            report(stage, step, use.name(), context);
          }
        }
      }
    }
  }

  /** An image whose tag a version decides often tells it in a variable of the same name. */
  private static boolean mayBeSet(Stage stage, String name) {
    Optional<Boolean> image = stage.imageMaySet(name);
    return image.isPresent() ? image.get() : isNamedBy(root(stage), name);
  }

  private static Stage root(Stage stage) {
    Stage root = stage;
    while (root.base() instanceof Base.OfStage parent) {
      root = parent.stage();
    }
    return root;
  }

  private static boolean isNamedBy(Stage root, String name) {
    String image = root.from().image().text();
    return image.contains("$" + name) || image.contains("${" + name);
  }

  private static void report(Stage stage, Step step, Slice name, RuleContext context) {
    String file = name.place().file();
    context.report(
        Finding.at(
                step.anchor(),
                name,
                "%s is empty in this stage, which has no ARG of its own for it: add ARG %s",
                name,
                name)
            .withFix(
                Fix.unsafe(
                        "Add ARG " + name.text(),
                        DockerfileEdits.insertLineBefore(step.tree(), "ARG " + name.text()))
                    .declaring(
                        ModelChange.of(ModelChange.Kind.ADD, file, stage.anchor().child("ARG")))));
  }
}
