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
import dev.plimsoll.parse.dockerfile.tree.MountFields;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tool that locks its folder fails, or breaks it, when two builds work in it at once. */
@RuleInfo(
    id = "dockerfile/cache-mount-not-locked",
    title = "Cache mount of a locking tool is shared",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class CacheMountNotLocked extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run run && !run.mounts().isEmpty()) {
          check(run, CacheUse.of(stage, run), context);
        }
      }
    }
  }

  private static void check(Run run, List<CacheUse> uses, RuleContext context) {
    List<Slice> reported = new ArrayList<>();
    for (CacheUse use : uses) {
      if (!use.manager().locked()) {
        continue;
      }
      for (String folder : use.folders().orElse(List.of())) {
        Optional<Mount> mount = use.mount(folder);
        if (mount.isPresent()
            && mount.get().type().equals("cache")
            && mount.get().fields().wellFormed()
            && !reported.contains(mount.get().flag().slice())) {
          reported.add(mount.get().flag().slice());
          check(run, use, mount.get(), context);
        }
      }
    }
  }

  private static void check(Run run, CacheUse use, Mount mount, RuleContext context) {
    Optional<MountFields.Field> sharing = mount.fields().last(List.of("sharing"));
    Optional<Word> value = sharing.isEmpty() ? Optional.empty() : sharing.get().value();
    Optional<MountFields.Field> target =
        mount.fields().last(List.of("target", "dst", "destination"));
    if (target.isEmpty() || target.get().value().isEmpty()) {
      return;
    }
    if (value.isPresent() && !value.get().text().equals("shared")) {
      return;
    }
    Slice folder = target.get().value().get().slice();
    Slice culprit = value.isPresent() ? value.get().slice() : folder;
    Edit edit =
        value.isPresent()
            ? Edit.replace(culprit, "locked")
            : Edit.insertAfter(folder, ",sharing=locked");
    context.report(
        Finding.at(
                run.anchor(),
                culprit,
                "%s is shared by builds that run at once, while %s needs it for itself: set sharing=locked",
                folder,
                use.manager().name())
            .withFix(Fix.unsafe("Share the cache locked", edit).changing(run.anchor())));
  }
}
