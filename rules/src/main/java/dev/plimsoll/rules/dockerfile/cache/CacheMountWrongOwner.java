package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.dockerfile.BuildUser;
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
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** A new cache belongs to root, and most tools go on without one that they cannot write. */
@RuleInfo(
    id = "dockerfile/cache-mount-wrong-owner",
    title = "Cache mount is not writable by the current user",
    severity = Severity.WARNING,
    category = Category.PERFORMANCE,
    fix = Safety.UNSAFE)
public final class CacheMountWrongOwner extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run run && !run.mounts().isEmpty()) {
          check(stage, run, context);
        }
      }
    }
  }

  private static void check(Stage stage, Run run, RuleContext context) {
    Optional<BuildUser> user = BuildUser.of(stage, run);
    if (user.isEmpty() || user.get().isRoot() || run.isTrigger() || mayBeRoot(run)) {
      return;
    }
    for (Mount mount : run.mounts()) {
      Optional<MountFields.Field> target =
          mount.fields().last(List.of("target", "dst", "destination"));
      if (mount.type().equals("cache")
          && mount.fields().wellFormed()
          && target.isPresent()
          && target.get().value().isPresent()
          && isNew(mount)) {
        check(run, user.get(), mount, target.get().value().get(), context);
      }
    }
  }

  /** Whether some command of a RUN may be root all the same. */
  private static boolean mayBeRoot(Run run) {
    for (Command command : run.script().commands()) {
      if (!command.wrappers().isEmpty() && command.wrappers().get(0).name().text().equals("sudo")) {
        return true;
      }
    }
    return run.script().commands().isEmpty();
  }

  /** With a source its folder keeps the owner that it has there. */
  private static boolean isNew(Mount mount) {
    return mount.source().isEmpty() && mount.target().orElseThrow() instanceof Value.Known;
  }

  private static void check(
      Run run, BuildUser user, Mount mount, Word folder, RuleContext context) {
    Optional<MountFields.Field> uid = mount.fields().last(List.of("uid"));
    Optional<MountFields.Field> gid = mount.fields().last(List.of("gid"));
    Optional<Word> owner = uid.isEmpty() ? Optional.empty() : uid.get().value();
    if (isOpen(mount) || (uid.isEmpty() && gid.isPresent())) {
      return;
    }
    if (owner.isEmpty() || owner.get().text().equals("0")) {
      report(run, user, owner, folder, context);
    } else if (user.uid().isPresent()
        && isNumber(owner.get().text())
        && !owner.get().text().equals(Integer.toString(user.uid().get()))) {
      report(run, user, owner, folder, context);
    }
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** A mode that lets others or the group write makes the owner matter less. */
  private static boolean isOpen(Mount mount) {
    return mount.fields().last(List.of("mode")).isPresent();
  }

  private static void report(
      Run run, BuildUser user, Optional<Word> owner, Word folder, RuleContext context) {
    Slice culprit = owner.isPresent() ? owner.get().slice() : folder.slice();
    String of = owner.isPresent() ? "user " + owner.get().text() : "root";
    Finding finding =
        Finding.at(
            run.anchor(),
            culprit,
            "the cache at %s belongs to %s, so %s cannot write to it",
            folder.slice(),
            of,
            user.name());
    if (user.uid().isEmpty()) {
      context.report(finding);
      return;
    }
    String number = Integer.toString(user.uid().get());
    String group = user.gid().isPresent() ? ",gid=" + user.gid().get() : "";
    Edit edit =
        owner.isPresent()
            ? Edit.replace(culprit, number)
            : Edit.insertAfter(culprit, ",uid=" + number + group);
    context.report(
        finding.withFix(
            Fix.unsafe("Give the cache to user " + number, edit).changing(run.anchor())));
  }
}
