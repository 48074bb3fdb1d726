package dev.plimsoll.rules.dockerfile.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.dockerfile.VariableUse;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The builder puts nothing in the place of a variable that is not set, and goes on. */
@RuleInfo(
    id = "dockerfile/undefined-variable",
    title = "Variable is never defined in this stage",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = "buildkit:UndefinedVar")
public final class UndefinedVariable extends DockerfileRule {

  private static final int SHORTEST_SLIP = 4;

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    char escape = file.tree().escape();
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        Set<String> seen = new HashSet<>();
        for (VariableUse use : VariableUse.in(step, escape)) {
          String name = use.name().text();
          if (!step.before().declares(name) && !file.isGlobalArgument(name) && seen.add(name)) {
            check(stage, step, use.name(), context);
          }
        }
      }
    }
  }

  private static void check(Stage stage, Step step, Slice name, RuleContext context) {
    if (!Character.isLetter(name.text().charAt(0)) && name.text().charAt(0) != '_') {
      context.report(ofShell(step, name));
      return;
    }
    Optional<Boolean> image = stage.imageMaySet(name.text());
    if (image.isPresent() && image.get()) {
      return;
    }
    if (image.isPresent() && setsItself(step, name.text())) {
      context.report(ofItself(step, name));
      return;
    }
    for (String candidate : namesBefore(stage, step)) {
      if (isSlip(name.text(), candidate)) {
        Finding finding = didYouMean(step, name, candidate);
        context.report(image.isPresent() ? finding : finding.confidence(Confidence.MEDIUM));
        return;
      }
    }
    if (image.isPresent()) {
      context.report(ofNothing(step, name));
    }
  }

  private static Finding ofShell(Step step, Slice name) {
    return Finding.at(
        step.anchor(),
        name,
        "the builder writes nothing in the place of $%s: put the heredoc's delimiter in quotes to"
            + " keep it",
        name);
  }

  private static Finding ofItself(Step step, Slice name) {
    return Finding.at(
        step.anchor(),
        name,
        "%s is set by this very ENV, which sees it from the next instruction on: use two",
        name);
  }

  private static Finding ofNothing(Step step, Slice name) {
    return isInHeredoc(step, name)
        ? Finding.at(
            step.anchor(),
            name,
            "%s is set nowhere, and the builder writes nothing in its place: put the heredoc's"
                + " delimiter in quotes to keep it",
            name)
        : Finding.at(step.anchor(), name, "%s is set nowhere, so it is empty here", name);
  }

  /** Words are read in a view of their own, the bodies of heredocs in the file itself. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isInHeredoc(Step step, Slice name) {
    return step instanceof Copy copy
        && !copy.tree().heredocs().isEmpty()
        && name.source() == copy.tree().heredocs().get(0).body().source();
  }

  private static boolean setsItself(Step step, String name) {
    List<String> own = new ArrayList<>();
    addNames(step, own);
    return own.contains(name)
        && step instanceof KeyValues keyValues
        && keyValues.pairs().size() > 1;
  }

  private static Finding didYouMean(Step step, Slice name, String meant) {
    return Finding.at(step.anchor(), name, "%s is set nowhere (did you mean %s?)", name, meant)
        .withFix(Fix.unsafe("Write " + meant, Edit.replace(name, meant)).changing(step.anchor()));
  }

  /**
   * Whether one name is surely the other with a slip: two letters swapped, one too many or too few,
   * or another case. One letter in the place of another may be meant: UID and GID.
   */
  private static boolean isSlip(String name, String meant) {
    if (name.length() < SHORTEST_SLIP) {
      return false;
    }
    String one = name.toUpperCase(Locale.ROOT);
    String other = meant.toUpperCase(Locale.ROOT);
    int start = 0;
    while (start < Math.min(one.length(), other.length())
        && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    String rest = one.substring(start);
    String otherRest = other.substring(start);
    if (rest.isEmpty() && otherRest.isEmpty()) {
      return true;
    }
    if (rest.length() == otherRest.length()) {
      return rest.length() > 1
          && rest.charAt(0) == otherRest.charAt(1)
          && rest.charAt(1) == otherRest.charAt(0)
          && rest.substring(2).equals(otherRest.substring(2));
    }
    String longer = rest.length() > otherRest.length() ? rest : otherRest;
    String shorter = rest.length() > otherRest.length() ? otherRest : rest;
    boolean counted = longer.length() == 1 && Character.isDigit(longer.charAt(0));
    return longer.length() == shorter.length() + 1
        && longer.substring(1).equals(shorter)
        && !counted;
  }

  /** What the stage, and those that it descends from, set before a step, the latest last. */
  private static List<String> namesBefore(Stage stage, Step until) {
    List<String> names = new ArrayList<>();
    Stage above = stage;
    while (above.base() instanceof Base.OfStage parent) {
      above = parent.stage();
      for (Step step : above.steps()) {
        addNames(step, names);
      }
    }
    for (Step step : stage.steps()) {
      if (step.tree().slice().equals(until.tree().slice())) {
        break;
      }
      addNames(step, names);
    }
    return names;
  }

  private static void addNames(Step step, List<String> names) {
    if (step instanceof KeyValues keyValues && keyValues.tree().name().equals("ENV")) {
      for (Pair pair : keyValues.pairs()) {
        names.add(pair.name().text());
      }
    } else if (step.tree() instanceof Instruction.Arg arg) {
      for (Instruction.Arg.Definition definition : arg.definitions()) {
        names.add(definition.name().text());
      }
    }
  }
}
