package dev.plimsoll.rules.compose.permissions;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.PathKind;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.project.ServiceUser;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.shell.permissions.DroppingEntrypoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the host owns the image cannot give away, and a user from the build cannot take. */
@RuleInfo(
    id = "compose/privilege-drop-entrypoint-missing",
    title = "No entrypoint prepares the mount and drops privileges",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    fix = Safety.UNSAFE)
public final class PrivilegeDropEntrypointMissing extends ComposeRule {

  /** What is the host's own, and what is only read. */
  private static final List<String> OF_HOST =
      List.of("/dev/", "/etc/", "/lib/", "/proc", "/run/", "/sys", "/usr/", "/var/run/");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("volumes")
        || service.has("user")
        || service.has("entrypoint")
        || (set.role() != ComposeRole.PRODUCTION && set.role() != ComposeRole.UNKNOWN)) {
      return;
    }
    List<ServiceMount> data = new ArrayList<>();
    for (ServiceMount mount : service.mounts()) {
      if (isData(mount)) {
        data.add(mount);
      }
    }
    if (data.isEmpty()
        || !(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image)
        || !(image.value() instanceof ServiceImage.Built built)
        || !(context.compose().user(set, service) instanceof Answer.Known<ServiceUser> user)
        || user.value().isRoot()) {
      return;
    }
    List<String> folders = new ArrayList<>();
    Optional<ServiceMount> first = Optional.empty();
    for (ServiceMount mount : data) {
      if (isUnprepared(mount, service, set, context)) {
        first = first.isPresent() ? first : Optional.of(mount);
        folders.add(mount.target().text());
      }
    }
    if (first.isPresent()) {
      report(first.get(), folders, user, built, service, context);
    }
  }

  private static boolean isData(ServiceMount mount) {
    if (mount.kind() != ServiceMount.Kind.BIND
        || mount.readOnly()
        || mount.source().isEmpty()
        || mount.source().get().fixed().isEmpty()) {
      return false;
    }
    String source = mount.source().get().text();
    String target = mount.target().text();
    return !isOfHost(source) && !isOfHost(target) && !hasEnding(source) && !hasEnding(target);
  }

  private static boolean isOfHost(String path) {
    for (String start : OF_HOST) {
      if (path.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasEnding(String path) {
    return path.lastIndexOf('.') > path.lastIndexOf('/') + 1;
  }

  /** Whether it is no folder of the project, and no script speaks of it. */
  private static boolean isUnprepared(
      ServiceMount mount, ComposeService service, ComposeSet set, RuleContext context) {
    String source = mount.source().orElseThrow().text();
    String name = source.substring(source.lastIndexOf('/') + 1);
    return !(context.compose().composePath(set, source) instanceof Answer.Known<PathKind>)
        && !name.isEmpty()
        && !context.compose().files().isNamedByScript(set, name)
        && ClosedMount.of(mount, service, set, context).isEmpty();
  }

  private static void report(
      ServiceMount mount,
      List<String> folders,
      Answer.Known<ServiceUser> user,
      ServiceImage.Built built,
      ComposeService service,
      RuleContext context) {
    String name = user.value().name().orElse("uid " + user.value().uid().orElse(0));
    Finding finding =
        Finding.at(
                service.anchor("volumes"),
                mount.source().orElseThrow().slice(),
                "%s may write to %s only if the host gave it to that user: no entrypoint does",
                name,
                mount.source().orElseThrow().value())
            .because(user.because());
    Optional<Fix> fix =
        DroppingEntrypoint.of(built.file(), built.stage(), folders, context.project());
    context.report(fix.isPresent() ? finding.withFix(fix.get().mayTrigger("compose/*")) : finding);
  }
}
