package dev.plimsoll.rules.compose.development;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** What is built for development is then started, and pushed, as what was meant for production. */
@RuleInfo(
    id = "compose/dev-build-reuses-image-tag",
    title = "Dev build overwrites the production image tag",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class DevBuildReusesImageTag extends ComposeRule {

  private static final List<String> DECIDING = List.of("target", "dockerfile", "context");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> image = service.scalar("image");
    if (set.files().size() < 2
        || image.isEmpty()
        || !service.has("build")
        || isIn(image.get().slice(), file)
        || !isForDevelopment(set, file)) {
      return;
    }
    Optional<Scalar> changed = changed(service, file);
    Optional<ComposeSet> beneath =
        changed.isEmpty() ? Optional.empty() : context.compose().files().beneath(set, file.name());
    Optional<ComposeService> before =
        beneath.isEmpty() ? Optional.empty() : beneath.get().service(service.name());
    if (changed.isEmpty()
        || before.isEmpty()
        || !before.get().has("build")
        || isSame(before.get(), service)) {
      return;
    }
    Finding finding =
        Finding.at(
                service.anchor("build"),
                changed.get().slice(),
                "what this builds is called %s, as what %s builds: give it a name of its own",
                image.get().slice(),
                image.get().slice().place().file())
            .related(image.get().slice(), "the name that both have");
    Optional<Fix> fix = fix(service, image.get(), file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static boolean isIn(Slice slice, ComposeFile file) {
    return slice.place().file().equals(file.name());
  }

  /** Whether the file is one for development: by its name, or what Compose takes by itself. */
  private static boolean isForDevelopment(ComposeSet set, ComposeFile file) {
    String base = file.name().substring(file.name().lastIndexOf('/') + 1);
    return set.role() == ComposeRole.DEVELOPMENT
        || (set.role() == ComposeRole.UNKNOWN
            && (base.startsWith("compose.override.")
                || base.startsWith("docker-compose.override.")));
  }

  /** What the file says of the build, that decides what comes out. */
  private static Optional<Scalar> changed(ComposeService service, ComposeFile file) {
    for (String key : DECIDING) {
      Optional<Scalar> value = service.scalar("build", key);
      if (value.isPresent() && isIn(value.get().slice(), file)) {
        return value;
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(ComposeService before, ComposeService after) {
    for (String key : DECIDING) {
      Optional<Scalar> one = before.scalar("build", key);
      Optional<Scalar> other = after.scalar("build", key);
      if (one.isPresent() != other.isPresent()
          || (one.isPresent() && other.isPresent() && !one.get().saysLike(other.get()))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Fix> fix(ComposeService service, Scalar image, ComposeFile file) {
    Optional<String> name = suffixed(image.written());
    Optional<Slice> key = service.keySlice("build");
    Optional<ComposeFile.Spot> spot = key.isEmpty() ? Optional.empty() : file.spot(key.get());
    if (name.isEmpty() || spot.isEmpty()) {
      return Optional.empty();
    }
    YamlNode.Mapping body = spot.get().mapping();
    Edit edit =
        YamlEdits.of(file.yaml(), file.source()).addKey(body, "image", NewYaml.text(name.get()));
    return Optional.of(
        Fix.unsafe("Call the image " + name.get(), edit)
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), service.anchor("image"))));
  }

  /** The name with a tag for development; nothing where it has a digest, or none can be told. */
  private static Optional<String> suffixed(String image) {
    int depth = 0;
    boolean hasTag = false;
    for (int i = 0; i < image.length(); i++) {
      char c = image.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        hasTag = c != '/' && (hasTag || c == ':');
        if (c == '@') {
          return Optional.empty();
        }
      }
    }
    boolean isWhole = image.startsWith("$") && image.indexOf('/') < 0 && !hasTag;
    return isWhole ? Optional.empty() : Optional.of(image + (hasTag ? "-dev" : ":dev"));
  }
}
