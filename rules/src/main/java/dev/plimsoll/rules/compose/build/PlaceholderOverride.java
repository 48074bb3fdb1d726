package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** A service that only builds an image has no place in what is started, with a dummy or without. */
@RuleInfo(
    id = "compose/placeholder-override",
    title = "Override hides a build-only service behind a dummy image",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    fixOrder = -1,
    options = PlaceholderOverride.Options.class)
public final class PlaceholderOverride extends ComposeRule {

  /** What the option has by default. */
  static final List<String> USUAL = List.of("alpine", "busybox", "hello-world", "scratch");

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "images that stand in for another, without tag",
              byDefault = {"alpine", "busybox", "hello-world", "scratch"})
          List<String> placeholderImages) {}

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> image = service.scalar("image");
    if (image.isEmpty()) {
      return;
    }
    List<String> placeholders = context.options(Options.class).placeholderImages();
    if (!isPlaceholder(service, placeholders)) {
      return;
    }
    Optional<ComposeService> hidden = hidden(service, image.get(), set, file, context);
    if (hidden.isPresent()) {
      Finding finding =
          Finding.at(
                  service.anchor("image"),
                  image.get().slice(),
                  "%s stands in for service %s, which only builds an image: leave that to a file for"
                      + " builds",
                  image.get().slice(),
                  service.key())
              .related(
                  hidden.get().keySlice("build").orElse(hidden.get().key()), "it is built here");
      Optional<Fix> fix = Separation.of(set, placeholders, context);
      context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
    }
  }

  /** Whether a service only seems to be one: an image of some names that does nothing. */
  static boolean isPlaceholder(ComposeService service, List<String> images) {
    Optional<Scalar> image = service.scalar("image");
    Optional<String> text = image.isEmpty() ? Optional.empty() : image.get().known();
    Optional<ImageReference> name =
        text.isEmpty() ? Optional.empty() : ImageReference.parse(text.get());
    return name.isPresent()
        && images.contains(name.get().familiarName())
        && (IdleCommand.idles(service)
            || (IdleCommand.isAbsent(service) && BuildOnly.mayBe(service)));
  }

  /** The service as it is built by the files beneath, or by a build file laid over this one. */
  private static Optional<ComposeService> hidden(
      ComposeService service, Scalar image, ComposeSet set, ComposeFile file, RuleContext context) {
    String name = image.slice().place().file();
    Optional<ComposeSet> beneath = context.compose().files().beneath(set, name);
    if (beneath.isPresent()) {
      return builtIn(beneath.get(), service.name());
    }
    if (service.has("build")
        || !(context.compose().composeSetsOver(file)
            instanceof Answer.Known<List<ComposeSet>> over)) {
      return Optional.empty();
    }
    for (ComposeSet each : over.value()) {
      Optional<ComposeService> built =
          BuildOnly.isBuildFile(each.files().get(1))
              ? builtIn(each, service.name())
              : Optional.empty();
      if (built.isPresent()) {
        return built;
      }
    }
    return Optional.empty();
  }

  private static Optional<ComposeService> builtIn(ComposeSet set, String name) {
    Optional<ComposeService> service = set.service(name);
    return service.isPresent() && service.get().has("build") && BuildOnly.mayBe(service.get())
        ? service
        : Optional.empty();
  }
}
