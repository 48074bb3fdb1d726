package dev.plimsoll.rules.compose.hardening;

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
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.compose.build.BuildOnly;
import dev.plimsoll.rules.compose.storage.MissingTmpfs;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whoever breaks into a container can keep tools in it, and change its programs. */
@RuleInfo(
    id = "compose/writable-root-filesystem",
    title = "Container file system is writable",
    severity = Severity.INFO,
    category = Category.SECURITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {"compose-lint:CL-0007"})
public final class WritableRootFilesystem extends ComposeRule {

  private static final List<String> REASONS =
      List.of("read_only", "read-only", "readonly", "writable", "writeable");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> value = service.scalar("read_only");
    if (value.isPresent()) {
      if (value.get().fixed().orElse("").equals("false")) {
        told(service, value.get().slice(), file, context);
      }
      return;
    }
    Optional<Slice> what = service.keySlice(service.has("image") ? "image" : "build");
    if (!isLasting(set) || what.isEmpty() || isWindows(service)) {
      return;
    }
    Optional<ComposeFile.Spot> spot = file.spot(what.get());
    Optional<YamlNode.Entry> entry =
        spot.isEmpty() ? Optional.empty() : entryOf(service, spot.get().mapping(), file);
    if (entry.isEmpty()
        || isExplained(entry.get().value().slice().span(), file)
        || isExplained(spot.orElseThrow().mapping().slice().span(), file)
        || BuildOnly.runsNothing(service, set, context)) {
      return;
    }
    Finding finding =
        Finding.at(
            service.anchor(),
            entry.get().key().slice(),
            "service %s can write to all of its file system: set read_only",
            service.name());
    Optional<Fix> fix =
        entry.get().value().equals(spot.orElseThrow().mapping())
            ? fix(what.get(), service, set, file, context)
            : Optional.empty(); // others take that mapping, too
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static void told(
      ComposeService service, Slice value, ComposeFile file, RuleContext context) {
    Optional<ComposeFile.Spot> spot = file.spot(service.keySlice("read_only").orElse(value));
    if (spot.isEmpty() || !isExplained(spot.get().mapping().slice().span(), file)) {
      context.report(
          Finding.at(
              service.anchor("read_only"),
              value,
              "service %s can write to all of its file system: set read_only",
              service.name()));
    }
  }

  /** Docker has no such option there. */
  private static boolean isWindows(ComposeService service) {
    Optional<Scalar> image = service.scalar("image");
    Optional<Scalar> platform = service.scalar("platform");
    return (image.isPresent()
            && (image.get().text().contains("windows/")
                || image.get().text().contains("nanoserver")))
        || (platform.isPresent() && platform.get().text().startsWith("windows"));
  }

  private static boolean isLasting(ComposeSet set) {
    return switch (set.role()) {
      case PRODUCTION, UNKNOWN -> set.isWhole();
      case DEVELOPMENT, BUILD, TEST -> false;
    };
  }

  /**
   * The service's own entry, where an anchor or another service of the file has its image; else
   * that of the service which it extends.
   */
  private static Optional<YamlNode.Entry> entryOf(
      ComposeService service, YamlNode.Mapping body, ComposeFile file) {
    Optional<YamlNode.Entry> extended = Optional.empty();
    for (ComposeFile.Spot spot : file.services()) {
      YamlNode.Entry entry = spot.entry();
      if (entry.key() instanceof YamlNode.Scalar key && key.text().equals(service.name())) {
        return Optional.of(entry);
      }
      if (entry.value().equals(body)) {
        extended = Optional.of(entry);
      }
    }
    return extended;
  }

  /** Whether a comment in the service speaks of it. */
  private static boolean isExplained(Span service, ComposeFile file) {
    for (Slice comment : file.comments()) {
      Span span = comment.place().span();
      if (span.start() >= service.start() && span.start() <= service.end() + 1) {
        String text = comment.text().toLowerCase(Locale.ROOT);
        for (String reason : REASONS) {
          if (text.contains(reason)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Puts one more text in; where another goes in at the same place amid the keys, before that. */
  private static List<Edit> joined(List<Edit> edits, Edit added) {
    List<Edit> all = new ArrayList<>(edits);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Edit.Replace one
          && added instanceof Edit.Replace other
          && one.span().equals(other.span())
          && one.entry().isEmpty()) {
        all.set(i, new Edit.Replace(one.file(), one.span(), other.text() + one.text()));
        return all;
      }
    }
    all.add(added);
    return all;
  }

  /** Where it is known what the image writes to. */
  private static Optional<Fix> fix(
      Slice beside, ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<MissingTmpfs> missing = MissingTmpfs.of(service, set, context);
    Optional<ComposeFile.Spot> spot = file.spot(beside);
    if (missing.isEmpty() || spot.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    if (!missing.get().folders().isEmpty()) {
      edits.addAll(missing.get().edits(beside, service, file));
      if (edits.isEmpty()) {
        return Optional.empty();
      }
    }
    Edit added =
        YamlEdits.of(file.yaml(), file.source())
            .addKeyAfter(
                spot.get().mapping(), spot.get().entry(), "read_only", NewYaml.plain("true"));
    edits = joined(edits, added);
    return Optional.of(
        Fix.unsafe(
                "Set read_only, and a tmpfs for what the image writes to",
                edits.toArray(new Edit[0]))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), service.anchor()))
            .mayTrigger("compose/unbounded-tmpfs"));
  }
}
