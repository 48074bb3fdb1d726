package dev.plimsoll.rules.compose.images;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Production starts an image that lies on the machine of whoever built it, and nowhere else. */
@RuleInfo(
    id = "compose/undeployable-image-default",
    title = "Image falls back to a name only the builder knows",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class UndeployableImageDefault extends ComposeRule {

  private static final Set<String> LOCAL_TAGS = Set.of("local", "dev", "development");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.role() != ComposeRole.PRODUCTION || service.has("build")) {
      return;
    }
    Optional<Scalar> image = service.scalar("image");
    if (image.isEmpty() || image.get().fixed().isPresent()) {
      return;
    }
    Optional<String> name = image.get().known();
    Optional<ImageReference> reference =
        name.isEmpty() ? Optional.empty() : ImageReference.parse(name.get());
    if (reference.isPresent()
        && name.isPresent()
        && (isLocal(reference.get()) || isBuiltBeside(reference.get(), file, context))
        && isUnset(image.get(), set, context)) {
      context.report(
          Finding.at(
              service.anchor("image"),
              image.get().slice(),
              "nothing sets the variable here, and %s is an image of the machine that built it",
              name.get()));
    }
  }

  private static boolean isLocal(ImageReference image) {
    Optional<String> tag = image.effectiveTag();
    return image.registry().startsWith("localhost")
        || image.path().startsWith("local/")
        || (tag.isPresent() && LOCAL_TAGS.contains(tag.get()));
  }

  /** Whether a file beside builds it under a name without registry and owner. */
  private static boolean isBuiltBeside(
      ImageReference image, ComposeFile file, RuleContext context) {
    if (image.familiarName().indexOf('/') >= 0
        || !(context.compose().composeSetsOver(file)
            instanceof Answer.Known<List<ComposeSet>> over)) {
      return false;
    }
    for (ComposeSet each : over.value()) {
      for (ComposeService service : each.services()) {
        Optional<Scalar> built = service.has("build") ? service.scalar("image") : Optional.empty();
        Optional<String> name = built.isEmpty() ? Optional.empty() : built.get().known();
        Optional<ImageReference> other =
            name.isEmpty() ? Optional.empty() : ImageReference.parse(name.get());
        if (other.isPresent() && other.get().familiarName().equals(image.familiarName())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether no file sets any variable in a name, nor a script near. */
  private static boolean isUnset(Scalar image, ComposeSet set, RuleContext context) {
    boolean found = false;
    for (VariableUse use : set.variablesIn(image.slice().place().file())) {
      if (image.slice().place().span().contains(use.expression().place().span())) {
        found = true;
        if (use.set() || context.compose().maySetVariable(set, use.name().text())) {
          return false;
        }
      }
    }
    return found;
  }
}
