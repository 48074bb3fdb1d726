package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.CacheUse;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Mount;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImage.Family;
import dev.plimsoll.parse.dockerfile.tree.MountFields;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one system compiled or fetched is handed to another that cannot run it. */
@RuleInfo(
    id = "dockerfile/cache-mount-id-ambiguous",
    title = "Cache mount is shared by unlike platforms",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class CacheMountIdAmbiguous extends DockerfileRule {

  /** Managers that keep packages of one system, or what they have compiled on one. */
  private static final Set<String> BINARY =
      Set.of("apt-get", "apk", "dnf", "yum", "zypper", "pacman", "pip", "pipenv", "poetry");

  /** The system that first uses an id, and where. */
  private record First(Family family, Slice folder) {}

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    Map<String, First> seen = new HashMap<>();
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run run && !run.mounts().isEmpty() && run.image().isPresent()) {
          check(run, run.image().get().family(), CacheUse.of(stage, run), seen, context);
        }
      }
    }
  }

  private static void check(
      Run run, Family family, List<CacheUse> uses, Map<String, First> seen, RuleContext context) {
    for (CacheUse use : uses) {
      if (!BINARY.contains(use.manager().family())) {
        continue;
      }
      for (String folder : use.folders().orElse(List.of())) {
        Optional<Mount> mount = use.mount(folder);
        if (mount.isPresent() && mount.get().type().equals("cache")) {
          check(run, family, mount.get(), seen, context);
        }
      }
    }
  }

  private static void check(
      Run run, Family family, Mount mount, Map<String, First> seen, RuleContext context) {
    Optional<MountFields.Field> id = mount.fields().last(List.of("id"));
    Optional<MountFields.Field> target =
        mount.fields().last(List.of("target", "dst", "destination"));
    if (id.isPresent()
        || target.isEmpty()
        || target.get().value().isEmpty()
        || !(mount.target().orElseThrow() instanceof Value.Known known)) {
      return;
    }
    Slice folder = target.get().value().get().slice();
    First first = seen.get(known.text());
    if (first == null) {
      seen.put(known.text(), new First(family, folder));
    } else if (first.family() != family && !first.folder().equals(folder)) {
      report(run, family, folder, known.text(), first, context);
    }
  }

  private static void report(
      Run run, Family family, Slice folder, String path, First first, RuleContext context) {
    String name = family.name().toLowerCase(Locale.ROOT);
    String id = path.substring(1).replace(".", "").replace('/', '-') + "-" + name;
    context.report(
        Finding.at(
                run.anchor(),
                folder,
                "the cache at %s is that of %s too: give it an id of its own",
                folder,
                first.family().name().toLowerCase(Locale.ROOT))
            .related(first.folder(), "the same cache, on another system")
            .withFix(
                Fix.unsafe("Use the id " + id, Edit.insertAfter(folder, ",id=" + id))
                    .changing(run.anchor())));
  }
}
