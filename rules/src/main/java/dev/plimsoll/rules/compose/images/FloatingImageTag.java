package dev.plimsoll.rules.compose.images;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** What such a tag names changes without a commit, and no restart gives back what ran before. */
@RuleInfo(
    id = "compose/floating-image-tag",
    title = "Image tag is missing or moves",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.NONE,
    aliases = {"dclint:service-image-require-explicit-tag", "compose-lint:CL-0004"},
    options = FloatingImageTag.Options.class)
public final class FloatingImageTag extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "tags that move; a suffix such as -alpine may follow",
              byDefault = {
                "latest", "stable", "edge", "nightly", "dev", "develop", "development", "main",
                "master", "mainline", "canary", "rolling", "next", "current", "unstable", "beta",
                "testing", "snapshot", "lts"
              })
          List<String> floatingTags) {
    public Options {
      floatingTags = List.copyOf(floatingTags);
    }
  }

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> image = service.scalar("image");
    Optional<String> name = image.isEmpty() ? Optional.empty() : image.get().known();
    if (image.isEmpty() || name.isEmpty() || service.has("build") || isLocal(service)) {
      return;
    }
    Optional<ImageReference> reference = ImageReference.parse(name.get());
    if (reference.isEmpty() || reference.get().digest().isPresent()) {
      return;
    }
    Optional<String> tag = reference.get().tag();
    if ((tag.isPresent() && !moves(tag.get(), context)) || isBuilt(service, set, context)) {
      return;
    }
    Value said = image.get().value().alternatives().get(0);
    context.report(
        tag.isEmpty()
            ? Finding.at(
                service.anchor("image"),
                image.get().slice(),
                "%s has no tag, so that latest is pulled: name a version",
                said)
            : Finding.at(
                service.anchor("image"),
                place(image.get(), tag.get()),
                "%s moves with each release: name a version",
                said));
  }

  /** Whether it is never pulled. */
  private static boolean isLocal(ComposeService service) {
    Optional<Scalar> policy = service.scalar("pull_policy");
    return policy.isPresent()
        && (policy.get().text().equals("never") || policy.get().text().equals("build"));
  }

  /** Whether a tag is such a word, with nothing but names of variants behind it. */
  private static boolean moves(String tag, RuleContext context) {
    int dash = tag.indexOf('-');
    String word = dash < 0 ? tag : tag.substring(0, dash);
    for (int i = word.length(); i < tag.length(); i++) {
      if (Character.isDigit(tag.charAt(i))) {
        return false;
      }
    }
    return context.options(Options.class).floatingTags().contains(word);
  }

  /** Whether the project builds it, whatever that makes of it. */
  private static boolean isBuilt(ComposeService service, ComposeSet set, RuleContext context) {
    return !(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known)
        || known.value() instanceof ServiceImage.Built;
  }

  private static Slice place(Scalar image, String tag) {
    int end = image.text().length();
    return image.value() instanceof Value.Known && image.text().endsWith(tag)
        ? image.part(end - tag.length(), end).slice()
        : image.slice();
  }
}
