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
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mounted cache that the same RUN empties or goes past costs a lock and saves nothing. */
@RuleInfo(
    id = "dockerfile/cache-mount-defeated",
    title = "Cache mount is emptied or bypassed",
    severity = Severity.WARNING,
    category = Category.PERFORMANCE,
    fix = Safety.UNSAFE)
public final class CacheMountDefeated extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run run && !run.mounts().isEmpty()) {
          check(CacheUse.of(stage, run), context);
        }
      }
    }
  }

  private static void check(List<CacheUse> uses, RuleContext context) {
    List<String> families = new ArrayList<>();
    List<Slice> reported = new ArrayList<>();
    for (CacheUse use : uses) {
      List<String> mounted = mounted(use);
      if (mounted.isEmpty()) {
        continue;
      }
      for (CacheDefeat defeat : CacheDefeat.of(use, mounted)) {
        if (!reported.contains(defeat.culprit())) {
          reported.add(defeat.culprit());
          report(use, defeat, context);
        }
      }
      if (!families.contains(use.manager().family())) {
        families.add(use.manager().family());
        unprepared(use, mounted, context);
        disabled(use, mounted.get(0), context);
      }
    }
  }

  /** The folders of a call over which a cache lies. */
  private static List<String> mounted(CacheUse use) {
    List<String> mounted = new ArrayList<>();
    for (String folder : use.folders().orElse(List.of())) {
      Optional<Mount> mount = use.mount(folder);
      if (mount.isPresent() && mount.get().type().equals("cache")) {
        mounted.add(folder);
      }
    }
    return mounted;
  }

  private static void report(CacheUse use, CacheDefeat defeat, RuleContext context) {
    Finding finding =
        Finding.at(
            defeat.command().anchor(),
            defeat.culprit(),
            defeat.empties()
                ? "%s empties the cache mounted at %s"
                : "%s goes past the cache mounted at %s",
            defeat.text(),
            defeat.folder());
    String title =
        defeat.empties() ? "Keep the content of the cache" : "Use the cache that is mounted";
    context.report(
        finding.withFix(CacheMountFix.changing(Fix.unsafe(title, defeat.edit()), use.run())));
  }

  /** What a variable of the image does. */
  private static void disabled(CacheUse use, String folder, RuleContext context) {
    for (String variable : use.manager().dropVariables()) {
      Optional<Value> value = use.run().before().setVariable(variable, use.run().run().keyword());
      if (value.isPresent()
          && value.get() instanceof Value.Known known
          && CacheDisabledByEnv.disables(use.manager().name(), known.text())) {
        Slice name = use.call().invocation().command().name().slice();
        context.report(
            Finding.at(
                use.call().invocation().command().anchor(),
                name,
                "%s goes past the cache mounted at %s: %s is set",
                name,
                folder,
                variable));
      }
    }
  }

  /** What the image's own configuration does to packages that were installed. */
  private static void unprepared(CacheUse use, List<String> mounted, RuleContext context) {
    String family = use.manager().family();
    String folder = mounted.get(0);
    boolean debian =
        use.run().image().isPresent()
            && (use.run().image().get().family() == Family.DEBIAN
                || use.run().image().get().family() == Family.UBUNTU);
    boolean apt = family.equals("apt-get") && debian && folder.equals("/var/cache/apt");
    boolean rpm =
        (family.equals("dnf") || family.equals("yum")) && !CacheSetup.isPrepared(use, "keepcache");
    if ((apt && !CacheSetup.isPrepared(use, "docker-clean")) || rpm) {
      Slice name = use.call().invocation().command().name().slice();
      Finding finding =
          Finding.at(
              use.call().invocation().command().anchor(),
              name,
              apt
                  ? "%s leaves nothing in the cache mounted at %s: docker-clean removes each package"
                  : "%s leaves no package in the cache mounted at %s: keepcache is off",
              name,
              folder);
      List<Edit> edits = new ArrayList<>();
      CacheSetup.prepare(use, edits);
      String title = "Let " + use.manager().name() + " keep packages";
      Fix fix = Fix.unsafe(title, edits.toArray(new Edit[0]));
      context.report(finding.withFix(CacheMountFix.changing(fix, use.run())));
    }
  }
}
