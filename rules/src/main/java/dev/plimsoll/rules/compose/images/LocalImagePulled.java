package dev.plimsoll.rules.compose.images;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** A pull of images of which one lies in no registry ends with an error. */
@RuleInfo(
    id = "compose/local-image-pulled",
    title = "Pull includes an image that no registry holds",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class LocalImagePulled extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> image = service.has("build") ? service.scalar("image") : Optional.empty();
    if (image.isEmpty()
        || !isLocal(image.get())
        || service.has("pull_policy")
        || service.has("profiles")) {
      return;
    }
    Optional<Slice> pull = context.compose().files().pullOf(set, service);
    if (pull.isEmpty()) {
      return;
    }
    Finding finding =
        Finding.at(
                service.anchor("image"),
                image.get().slice(),
                "a pull asks Docker Hub for %s, which is only built here: say pull_policy: build",
                image.get().value())
            .related(pull.get(), "the pull");
    Optional<Fix> fix = fix(service, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Whether a name has neither a registry nor an owner, so that none but this project has it. */
  private static boolean isLocal(Scalar image) {
    Optional<String> text = image.fixed();
    Optional<ImageReference> name =
        text.isEmpty() ? Optional.empty() : ImageReference.parse(text.get());
    return name.isPresent()
        && image.text().indexOf('/') < 0
        && name.get().digest().isEmpty()
        && new BaseImages().find(name.get()).isEmpty();
  }

  private static Optional<Fix> fix(ComposeService service, ComposeFile file) {
    Optional<Slice> key = service.keySlice("image");
    Optional<ComposeFile.Spot> image = key.isEmpty() ? Optional.empty() : file.spot(key.get());
    if (image.isEmpty()) {
      return Optional.empty();
    }
    YamlNode.Mapping body = image.get().mapping();
    Edit edit =
        YamlEdits.of(file.yaml(), file.source())
            .addKeyAfter(body, image.get().entry(), "pull_policy", NewYaml.text("build"));
    return Optional.of(
        Fix.unsafe("Build it instead of pulling it", edit)
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.ADD,
                    file.name(),
                    file.owner(image.get().entry().key().slice()).child("pull_policy"))));
  }
}
