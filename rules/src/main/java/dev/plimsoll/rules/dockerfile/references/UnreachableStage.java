package dev.plimsoll.rules.dockerfile.references;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A stage that no build runs is read, reviewed and updated for nothing. */
@RuleInfo(
    id = "dockerfile/unreachable-stage",
    title = "Stage adds nothing to any image that is built",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    fix = Safety.UNSAFE,
    aliases = "tally:no-unreachable-stages",
    options = UnreachableStage.Options.class)
public final class UnreachableStage extends DockerfileRule {

  /** How stages are called that people build by name. */
  private static final List<String> CUSTOMARY =
      List.of(
          "dev",
          "development",
          "debug",
          "test",
          "tests",
          "testing",
          "lint",
          "check",
          "ci",
          "doc",
          "docs",
          "prod",
          "production",
          "release",
          "update",
          "validate",
          "vendor",
          "export",
          "cross",
          "integration",
          "local",
          "runtime",
          "final",
          "slim",
          "full");

  /** What the rule can be told. */
  public record Options(
      @Option(help = "stages that are built by name, beside the last one") List<String> targets) {}

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    if (file.stages().size() < 2 || hasVariableSource(file)) {
      return;
    }
    Set<Integer> needed = needed(file, context.options(Options.class).targets());
    Set<Integer> used = indexes(file.sources());
    boolean targets = hasTargets(file, needed, used);
    boolean counted = isCounted(file);
    for (Stage stage : file.stages()) {
      if (!needed.contains(stage.index()) && !(targets && stage.name().isPresent())) {
        boolean removable = !counted && !used.contains(stage.index());
        Finding finding = finding(stage);
        context.report(removable ? finding.withFix(removal(file, stage)) : finding);
      }
    }
  }

  /** Whether the file looks as if its stages were built by name. */
  private static boolean hasTargets(DockerfileModel file, Set<Integer> needed, Set<Integer> used) {
    int ends = 0;
    for (Stage stage : file.stages()) {
      Optional<String> name = stage.name();
      if (name.isEmpty() || needed.contains(stage.index()) || used.contains(stage.index())) {
        continue;
      }
      ends++;
      boolean runs =
          stage.end().cmd().isPresent()
              || stage.end().entrypoint().isPresent()
              || stage.base() instanceof Base.Scratch;
      if (ends > 1 || runs || isCustomary(name.get())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCustomary(String name) {
    for (String word : CUSTOMARY) {
      if (name.startsWith(word) || name.endsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private static Set<Integer> needed(DockerfileModel file, List<String> targets) {
    Set<Integer> needed = new HashSet<>();
    Set<Pattern> patterns = variableImages(file.stages());
    for (Stage stage : file.stages()) {
      Optional<String> name = stage.name();
      boolean target = stage.index() == file.stages().size() - 1 || mayBeChosen(name, patterns);
      for (String each : targets) {
        target |= name.isPresent() && name.get().equalsIgnoreCase(each);
      }
      if (target) {
        needed.addAll(indexes(file.neededFor(stage)));
      }
    }
    return needed;
  }

  private static Set<Integer> indexes(List<Stage> stages) {
    Set<Integer> indexes = new HashSet<>();
    for (Stage stage : stages) {
      indexes.add(stage.index());
    }
    return indexes;
  }

  /** What stands before and behind the variable of an image's name. */
  private record Pattern(String head, String tail) {}

  /** The names of images with a variable in them, each once. */
  private static Set<Pattern> variableImages(List<Stage> stages) {
    Set<Pattern> patterns = new HashSet<>();
    for (Stage stage : stages) {
      String image = stage.from().image().text();
      int first = image.indexOf('$');
      if (first >= 0) {
        int brace = image.lastIndexOf('}');
        String tail = brace > first ? image.substring(brace + 1) : "";
        patterns.add(new Pattern(image.substring(0, first).toLowerCase(Locale.ROOT), tail));
      }
    }
    return patterns;
  }

  /** Whether a FROM with a variable in it may mean a stage of this name. */
  private static boolean mayBeChosen(Optional<String> name, Set<Pattern> patterns) {
    for (Pattern pattern : patterns) {
      if (name.isPresent()
          && name.get().startsWith(pattern.head())
          && name.get().endsWith(pattern.tail())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasVariableSource(DockerfileModel file) {
    for (Instruction instruction : file.tree().instructions()) {
      for (Flag flag : instruction.flags()) {
        String text = flag.slice().text();
        int from = text.indexOf("from=");
        if (from >= 0 && text.indexOf('$', from) == from + 5) {
          return true;
        }
      }
    }
    return false;
  }

  /** A stage with a name may be built by somebody who types it; of that no file need tell. */
  private static Finding finding(Stage stage) {
    return stage.name().isPresent()
        ? Finding.at(
                stage.anchor(),
                stage.from().stage().orElseThrow().slice(),
                "stage %s adds nothing to the final image",
                stage.from().stage().orElseThrow().slice())
            .confidence(Confidence.LOW)
        : Finding.at(
            stage.anchor(),
            stage.from().image().slice(),
            "this stage adds nothing to the final image, and it has no name to build it by");
  }

  /** Where somebody may build the stage after all, the removal is only shown. */
  private static Fix removal(DockerfileModel file, Stage stage) {
    Instruction last = stage.steps().get(stage.steps().size() - 1).tree();
    Edit edit = DockerfileEdits.deleteStage(stage.from(), last, stage.index() == 0);
    Fix fix =
        stage.name().isPresent()
            ? Fix.show("Remove the stage", edit)
            : Fix.unsafe("Remove the stage", edit);
    return fix.declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), stage.anchor()));
  }

  /** Whether the number of a stage matters somewhere. */
  private static boolean isCounted(DockerfileModel file) {
    int nameless = 0;
    for (Stage stage : file.stages()) {
      boolean last = stage.index() == file.stages().size() - 1;
      nameless += stage.name().isEmpty() && !last ? 1 : 0;
    }
    if (nameless > 1) {
      return true;
    }
    for (Instruction instruction : file.tree().instructions()) {
      for (Flag flag : instruction.flags()) {
        String text = flag.slice().text();
        int from = text.indexOf("from=") + 5;
        if (from > 4 && from < text.length() && Character.isDigit(text.charAt(from))) {
          return true;
        }
      }
    }
    return false;
  }
}
