package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.MountUse;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Services that may write to one place can break each other's files, and pass on what breaks in.
 */
@RuleInfo(
    id = "compose/shared-writable-mount",
    title = "Several services write to one mount",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class SharedWritableMount extends ComposeRule {

  /** They serve what others put there. */
  private static final Set<String> READERS = Set.of("caddy", "httpd", "nginx", "traefik");

  /** What is of the host itself: sockets, devices, its clock. */
  private static final List<String> OF_HOST =
      List.of("/dev", "/etc/localtime", "/etc/timezone", "/proc", "/run", "/sys", "/var/run");

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    Map<String, List<MountUse>> shared = new LinkedHashMap<>();
    for (ComposeService service : set.services()) {
      if (service.has("volumes")) {
        for (ServiceMount mount : service.mounts()) {
          if (!mount.readOnly()) {
            add(new MountUse(service, mount), set, shared);
          }
        }
      }
    }
    for (List<MountUse> uses : shared.values()) {
      if (uses.size() > 1 && isOfSeveral(uses)) {
        report(uses, set, file, context);
      }
    }
  }

  private static void add(MountUse use, ComposeSet set, Map<String, List<MountUse>> shared) {
    ServiceMount mount = use.mount();
    String key = "";
    if (mount.volume().isPresent()) {
      key = "volume " + mount.volume().get();
    } else if (mount.kind() == ServiceMount.Kind.BIND
        && set.role() != ComposeRole.DEVELOPMENT
        && mount.source().isPresent()
        && mount.source().get().fixed().isPresent()
        && !isOfHost(mount.source().get().text())) {
      key = "path " + mount.source().get().text();
    }
    if (!key.isEmpty()) {
      List<MountUse> known = shared.get(key);
      if (known == null) {
        known = new ArrayList<>();
        shared.put(key, known);
      }
      known.add(use);
    }
  }

  private static boolean isOfHost(String source) {
    for (String path : OF_HOST) {
      if (source.equals(path) || source.startsWith(path + "/")) {
        return true;
      }
    }
    return source.endsWith(".sock");
  }

  private static boolean isOfSeveral(List<MountUse> uses) {
    for (MountUse use : uses) {
      if (!use.service().name().equals(uses.get(0).service().name())) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      List<MountUse> uses, ComposeSet set, ComposeFile file, RuleContext context) {
    MountUse first = uses.get(0);
    Optional<String> volume = first.mount().volume();
    Member declared = volume.isEmpty() ? null : set.section("volumes").get(volume.get());
    Slice place = declared != null ? declared.key() : first.mount().source().orElseThrow().slice();
    Anchor anchor =
        declared != null
            ? Anchor.FILE.child("volumes").child(volume.orElseThrow())
            : first.service().anchor("volumes");
    Finding finding =
        Finding.at(
            anchor,
            place,
            "%s is mounted writable in %s services: mount it read-only where it is only read",
            place,
            count(uses));
    for (MountUse use : uses) {
      finding =
          finding.related(use.mount().slice(), "%s may write to it by this", use.service().name());
    }
    Optional<Fix> fix = fix(uses, set, file, context);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static int count(List<MountUse> uses) {
    Set<String> names = new HashSet<>();
    for (MountUse use : uses) {
      names.add(use.service().name());
    }
    return names.size();
  }

  /** Where all but one only serve what lies there. */
  private static Optional<Fix> fix(
      List<MountUse> uses, ComposeSet set, ComposeFile file, RuleContext context) {
    List<Edit> edits = new ArrayList<>();
    Fix fix = new Fix("", Safety.UNSAFE, List.of(), List.of(), List.of(), List.of());
    for (MountUse use : uses) {
      if (isReader(use.service(), set, context)) {
        Optional<Edit> edit = readOnly(use.mount(), file);
        if (edit.isEmpty()) {
          return Optional.empty();
        }
        edits.add(edit.get());
        Anchor changed = use.service().anchor("volumes");
        fix =
            fix.declaring(ModelChange.of(ModelChange.Kind.CHANGE, file.name(), changed))
                .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), changed));
      }
    }
    if (edits.isEmpty() || uses.size() - edits.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Fix(
            "Mount it read-only where it is served",
            Safety.UNSAFE,
            edits,
            List.of(),
            fix.changes(),
            List.of()));
  }

  private static boolean isReader(ComposeService service, ComposeSet set, RuleContext context) {
    return context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image
        && image.value() instanceof ServiceImage.Pulled pulled
        && READERS.contains(pulled.reference().familiarName());
  }

  private static Optional<Edit> readOnly(ServiceMount mount, ComposeFile file) {
    Optional<ComposeFile.ItemSpot> spot = file.item(mount.slice());
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    if (spot.get().item() instanceof YamlNode.Mapping mapping) {
      return mapping.find("read_only").isPresent()
          ? Optional.empty()
          : Optional.of(edits.addKey(mapping, "read_only", NewYaml.plain("true")));
    }
    if (!(spot.get().item() instanceof YamlNode.Scalar scalar)
        || !scalar.text().endsWith(":" + mount.target().text())) {
      return Optional.empty(); // it has options already
    }
    return Optional.of(edits.replace(scalar, NewYaml.text(scalar.text() + ":ro")));
  }
}
