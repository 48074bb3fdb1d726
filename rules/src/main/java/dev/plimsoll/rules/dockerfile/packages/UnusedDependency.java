package dev.plimsoll.rules.dockerfile.packages;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What nobody imports is downloaded, scanned and shipped all the same. */
@RuleInfo(
    id = "dockerfile/unused-dependency",
    title = "Image installs a package its source never imports",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.LOW,
    profile = Profile.ALL)
public final class UnusedDependency extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    Optional<Stage> stage = file.finalStage();
    if (stage.isEmpty()) {
      return;
    }
    List<PackagePin> pins = new ArrayList<>();
    boolean hasSources = false;
    for (Step step : stage.get().lineage()) {
      hasSources |= step instanceof Copy copy && bringsSources(copy);
      if (step instanceof Run run && !run.isTrigger()) {
        for (PackagePin pin : PackagePin.of(run, file, stage.get(), context.project())) {
          if (isOfProject(pin)) {
            pins.add(pin);
          }
        }
      }
    }
    if (!hasSources) {
      return; // the program comes from elsewhere, and so do its imports
    }
    pins.removeAll(frozen(pins));
    Optional<Set<String>> words =
        pins.isEmpty() ? Optional.empty() : context.project().sourceWords(file);
    if (words.isPresent()) {
      for (PackagePin pin : pins) {
        if (!isUsed(pin.name(), words.get())) {
          report(pin, context);
        }
      }
    }
  }

  /** Whether a folder comes from the build context, or a file of Python. */
  private static boolean bringsSources(Copy copy) {
    for (Word source : copy.readsContext() ? copy.contextSources() : List.<Word>of()) {
      String text = source.text();
      String name = text.substring(text.lastIndexOf('/') + 1);
      if (name.endsWith(".py") || name.isEmpty() || name.equals(".") || name.indexOf('.') < 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a list asks for it: a command alone often pins what another package needs. */
  private static boolean isOfProject(PackagePin pin) {
    return pin.command().program().startsWith("pip")
        && !pin.place().place().file().equals(pin.word().place().file())
        && !ImportNames.isLoadedUnseen(pin.name());
  }

  /** Those of lists that name what packages need themselves, too: nobody chose them. */
  private static List<PackagePin> frozen(List<PackagePin> pins) {
    List<PackagePin> frozen = new ArrayList<>();
    for (PackagePin mark : pins) {
      if (ImportNames.isOfOthers(mark.name())) {
        for (PackagePin pin : pins) {
          if (pin.word().equals(mark.word())) {
            frozen.add(pin);
          }
        }
      }
    }
    return frozen;
  }

  private static boolean isUsed(String name, Set<String> words) {
    for (String word : ImportNames.of(name)) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static void report(PackagePin pin, RuleContext context) {
    context.report(
        Finding.at(
                pin.command().anchor(),
                pin.word(),
                "%s is installed, and no source imports it",
                pin.name())
            .related(pin.place(), "it is asked for here"));
  }
}
