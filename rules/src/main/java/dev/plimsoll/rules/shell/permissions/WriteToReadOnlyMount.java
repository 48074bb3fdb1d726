package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is mounted read-only cannot be changed by root either, and {@code set -e} ends the start.
 */
@RuleInfo(
    id = "shell/write-to-read-only-mount",
    title = "Entrypoint writes to a path mounted read-only",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class WriteToReadOnlyMount extends ComposeRule {

  /** Where images that are pulled may have volumes of their own, which stay writable. */
  private static final List<String> VOLUMES =
      List.of("/var/", "/data", "/config", "/srv", "/home/", "/root/", "/mnt/");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    boolean isClosed = isReadOnly(service);
    boolean mayHold = service.has("volumes") || service.has("volumes_from");
    if (!isClosed && !(mayHold && hasReadOnly(set.mounts(service)))) {
      return;
    }
    List<StartWrite> writes = writes(service, set, context);
    if (writes.isEmpty()) {
      return;
    }
    List<ServiceMount> mounts = context.compose().mounts(set, service);
    boolean isRootKnown = isClosed && isSeen(service, set, context);
    boolean told = false;
    for (StartWrite write : writes) {
      Optional<ServiceMount> mount = over(write, mounts);
      if (mount.isPresent()) {
        report(write, mount.get(), service, context);
      } else if (isRootKnown
          && !told
          && !write.isDeep()
          && !mayBeVolume(write, service, set, context)) {
        told = true;
        reportRoot(write, service, context);
      }
    }
  }

  private static boolean isReadOnly(ComposeService service) {
    Optional<Scalar> value = service.scalar("read_only");
    return value.isPresent() && value.get().fixed().orElse("").equals("true");
  }

  private static boolean hasReadOnly(List<ServiceMount> mounts) {
    for (ServiceMount mount : mounts) {
      if (isReadOnly(mount)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReadOnly(ServiceMount mount) {
    return mount.readOnly()
        && (mount.kind() == ServiceMount.Kind.BIND || mount.kind() == ServiceMount.Kind.VOLUME);
  }

  private static List<StartWrite> writes(
      ComposeService service, ComposeSet set, RuleContext context) {
    List<StartWrite> writes = new ArrayList<>();
    for (Script script : context.compose().startedScripts(set, service)) {
      writes.addAll(StartWrite.of(script));
    }
    if (context.compose().starts(set, service) instanceof Answer.Known<List<Command>> starts) {
      writes.addAll(StartWrite.ofLine(starts.value()));
    }
    return writes;
  }

  /** The read-only mount that is in the way; none where what lies there may be written to. */
  private static Optional<ServiceMount> over(StartWrite write, List<ServiceMount> mounts) {
    Optional<ServiceMount> over = Optional.empty();
    int depth = -1;
    for (ServiceMount mount : mounts) {
      String target = mount.target().text();
      if (write.isWithin(target) && target.length() > depth) {
        over = Optional.of(mount);
        depth = target.length();
      }
    }
    if (over.isPresent() && isReadOnly(over.get())) {
      return over;
    }
    for (ServiceMount mount : mounts) {
      if (isReadOnly(mount) && write.reaches(mount.target().text())) {
        return Optional.of(mount);
      }
    }
    return Optional.empty();
  }

  /** Whether it is known what the image is built on, so that its volumes are seen. */
  private static boolean isSeen(ComposeService service, ComposeSet set, RuleContext context) {
    return context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image
        && image.value().root() instanceof Answer.Known<ServiceImage> root
        && (root.value() instanceof ServiceImage.Scratch
            || (root.value() instanceof ServiceImage.Pulled pulled && pulled.known().isPresent()));
  }

  private static boolean mayBeVolume(
      StartWrite write, ComposeService service, ComposeSet set, RuleContext context) {
    for (ServiceMount mount : context.compose().mounts(set, service)) {
      if (write.isWithin(mount.target().text())) {
        return true;
      }
    }
    for (String volume : VOLUMES) {
      if (write.path().startsWith(volume)) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      StartWrite write, ServiceMount mount, ComposeService service, RuleContext context) {
    Finding finding =
        Finding.at(
            service.anchor("volumes"),
            mount.target().slice(),
            "%s is mounted read-only: %s cannot change it when the container starts",
            mount.target().value(),
            write.does());
    context.report(explained(finding, write));
  }

  private static void reportRoot(StartWrite write, ComposeService service, RuleContext context) {
    Finding finding =
        Finding.at(
            service.anchor("read_only"),
            service.scalar("read_only").orElseThrow().slice(),
            "the root file system is read-only: %s cannot change %s when the container starts",
            write.does(),
            write.path());
    context.report(explained(finding, write));
  }

  private static Finding explained(Finding finding, StartWrite write) {
    Place place = write.word().place();
    return finding.related(write.word(), "this is what is changed").because(List.of(place));
  }
}
