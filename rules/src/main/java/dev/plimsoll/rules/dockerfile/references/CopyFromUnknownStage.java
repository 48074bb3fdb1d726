package dev.plimsoll.rules.dockerfile.references;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Source;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A slip in a stage's name makes the builder look for an image of that name, which anyone owns. */
@RuleInfo(
    id = "dockerfile/copy-from-unknown-stage",
    title = "COPY --from names no earlier stage or image",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    aliases = "hadolint:DL3022")
public final class CopyFromUnknownStage extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Copy copy && copy.source().isPresent()) {
          Word name = copy.flag("from").orElseThrow().value().orElseThrow();
          check(file, stage, copy, name, context);
        }
      }
    }
  }

  private static void check(
      DockerfileModel file, Stage stage, Copy copy, Word name, RuleContext context) {
    Source source = copy.source().orElseThrow();
    if (source instanceof Source.OfStage other) {
      if (other.index() >= stage.index() && needs(file, other.index(), stage)) {
        report(copy, name, "%s takes from %s, which needs this very stage", context);
      }
    } else if (source instanceof Source.OfImage image) {
      image(file, copy, name, image.reference(), context);
    } else if (name.text().indexOf('$') >= 0) {
      report(copy, name, "%s takes no variable, %s stays as it is: name a stage after it", context);
    } else {
      nothing(file, copy, name, context);
    }
  }

  /** Whether a stage takes something from another, straight or through others, or is the same. */
  private static boolean needs(DockerfileModel file, int index, Stage other) {
    for (Stage needed : file.neededFor(file.stages().get(index))) {
      if (needed.index() == other.index()) {
        return true;
      }
    }
    return false;
  }

  private static void report(Copy copy, Word name, String template, RuleContext context) {
    context.report(Finding.at(copy.anchor(), name.slice(), template, "--from", name.slice()));
  }

  private static void nothing(DockerfileModel file, Copy copy, Word name, RuleContext context) {
    if (isNumber(name.text())) {
      report(copy, name, "%s names stage %s, and the file has no such stage", context);
      return;
    }
    Optional<String> meant = NearestName.of(name.text(), names(file));
    context.report(
        meant.isPresent()
            ? didYouMean(copy, name, meant.get())
            : Finding.at(
                copy.anchor(),
                name.slice(),
                "no stage is called %s, and no image can be",
                name.slice()));
  }

  /** A bare word may be a context that the build brings along, or an image of Docker's own. */
  private static void image(
      DockerfileModel file, Copy copy, Word name, ImageReference reference, RuleContext context) {
    for (int i = 0; i < name.text().length(); i++) {
      if ("/:.@".indexOf(name.text().charAt(i)) >= 0) {
        return;
      }
    }
    if (new BaseImages().find(reference).isPresent()
        || context.project().mayBringContext(file, name.text())) {
      return;
    }
    Optional<String> meant = NearestName.of(name.text(), names(file));
    context.report(
        meant.isPresent()
            ? didYouMean(copy, name, meant.get())
            : Finding.at(
                    copy.anchor(),
                    name.slice(),
                    "no stage is called %s: unless the build brings a context of this name, it is"
                        + " pulled as an image",
                    name.slice())
                .confidence(Confidence.MEDIUM));
  }

  private static Finding didYouMean(Copy copy, Word name, String meant) {
    return Finding.at(
        copy.anchor(),
        name.slice(),
        "no stage is called %s (did you mean %s?)",
        name.slice(),
        meant);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static List<String> names(DockerfileModel file) {
    List<String> names = new ArrayList<>();
    for (Stage stage : file.stages()) {
      if (stage.from().stage().isPresent()) {
        names.add(stage.from().stage().get().text());
      }
    }
    return names;
  }
}
