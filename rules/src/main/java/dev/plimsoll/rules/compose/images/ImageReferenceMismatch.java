package dev.plimsoll.rules.compose.images;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Once the variable is set, one name is built and another is run. */
@RuleInfo(
    id = "compose/image-reference-mismatch",
    title = "Image is a variable in one place, a literal in another",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class ImageReferenceMismatch extends ComposeRule {

  /** A service, and the name of the image that it builds. */
  private record Built(ComposeService service, Scalar image) {}

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    Map<ImageReference, Built> built = new HashMap<>();
    for (ComposeService service : set.services()) {
      Optional<Scalar> image = service.has("build") ? service.scalar("image") : Optional.empty();
      if (image.isPresent() && image.get().fixed().isEmpty()) {
        Optional<ImageReference> name = reference(image.get().known());
        if (name.isPresent()) {
          built.putIfAbsent(name.get(), new Built(service, image.get()));
        }
      }
    }
    if (!built.isEmpty()) {
      for (ComposeService service : set.servicesIn(file.name())) {
        check(service, built, file, context);
      }
    }
  }

  private static void check(
      ComposeService service,
      Map<ImageReference, Built> built,
      ComposeFile file,
      RuleContext context) {
    check(service.find("image"), service.anchor("image"), built, file, context);
    Anchor arguments = service.anchor("build").child("args");
    for (Member member : service.members("build", "args").values()) {
      check(Optional.of(member.value()), arguments, built, file, context);
    }
    for (Member member : service.members("environment").values()) {
      check(Optional.of(member.value()), service.anchor("environment"), built, file, context);
    }
  }

  private static void check(
      Optional<ComposeNode> node,
      Anchor anchor,
      Map<ImageReference, Built> built,
      ComposeFile file,
      RuleContext context) {
    if (node.isEmpty() || !(node.get() instanceof Scalar scalar) || !isWritten(scalar)) {
      return;
    }
    Optional<ImageReference> name = reference(scalar.fixed());
    Built other = name.isEmpty() ? null : built.get(name.get());
    if (other == null) {
      return;
    }
    Finding finding =
        Finding.at(
                anchor,
                scalar.slice(),
                "%s is the image of service %s only as long as nothing sets a variable in %s",
                scalar.value(),
                other.service().name(),
                other.image().slice())
            .related(other.image().slice(), "the name under which it is built");
    Optional<Fix> fix = fix(scalar, other, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Whether it names an image and not a word like others. */
  private static boolean isWritten(Scalar scalar) {
    String text = scalar.text();
    return scalar.written().indexOf('$') < 0
        && (text.indexOf('/') > 0 || text.indexOf(':') > 0 || text.indexOf('-') > 0);
  }

  /** A name with the tag that is taken where none is written. */
  private static Optional<ImageReference> reference(Optional<String> text) {
    Optional<ImageReference> name =
        text.isEmpty() ? Optional.empty() : ImageReference.parse(text.get());
    return name.isEmpty()
        ? name
        : Optional.of(
            new ImageReference(
                name.get().registry(),
                name.get().path(),
                name.get().effectiveTag(),
                name.get().digest()));
  }

  private static Optional<Fix> fix(Scalar literal, Built other, ComposeFile file) {
    Optional<YamlNode.Scalar> node = file.scalar(literal.slice());
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String text = node.get().text();
    if (!text.equals(literal.text()) && !text.endsWith("=" + literal.text())) {
      return Optional.empty();
    }
    String before = text.substring(0, text.length() - literal.text().length());
    Edit edit =
        YamlEdits.of(file.yaml(), file.source())
            .replace(node.get(), NewYaml.text(before + other.image().written()));
    return Optional.of(
        Fix.unsafe("Name it as service " + other.service().name() + " does", edit)
            .changing(file.anchor(literal.slice())));
  }
}
