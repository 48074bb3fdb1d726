package dev.plimsoll.rules.compose.permissions;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
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
import dev.plimsoll.rules.shell.permissions.DroppingEntrypoint;
import java.util.List;
import java.util.Optional;

/** The container's user writes to a folder of the host by its number alone. */
@RuleInfo(
    id = "compose/bind-mount-uid-mismatch",
    title = "Bind mount belongs to another UID than the container's",
    severity = Severity.ERROR,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class BindMountUidMismatch extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("volumes")) {
      return;
    }
    for (ServiceMount mount : service.mounts()) {
      if (mount.kind() == ServiceMount.Kind.BIND
          && mount.source().isPresent()
          && isData(mount.target().text(), mount.source().get().text())) {
        Optional<ClosedMount> closed = ClosedMount.of(mount, service, set, context);
        if (closed.isPresent()) {
          report(closed.get(), mount.source().get(), service, set, context);
        }
      }
    }
  }

  /** Whether it is a folder that a service writes to, so far as the paths tell. */
  private static boolean isData(String target, String source) {
    return !target.startsWith("/etc/")
        && !target.startsWith("/usr/")
        && !hasEnding(target)
        && !hasEnding(source);
  }

  private static boolean hasEnding(String path) {
    return path.lastIndexOf('.') > path.lastIndexOf('/') + 1;
  }

  private static void report(
      ClosedMount closed,
      Scalar source,
      ComposeService service,
      ComposeSet set,
      RuleContext context) {
    Finding finding =
        Finding.at(
                service.anchor("volumes"),
                source.slice(),
                "%s is not there: Docker makes it for root, and %s cannot write to it",
                source.value(),
                closed.starter())
            .because(closed.because());
    Optional<Fix> fix = fix(closed, service, set, context);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** An entrypoint that gives the folder away: the image has nothing to say about its owner. */
  private static Optional<Fix> fix(
      ClosedMount closed, ComposeService service, ComposeSet set, RuleContext context) {
    Optional<String> target = closed.mount().target().known();
    if (target.isEmpty()
        || service.has("user")
        || service.has("entrypoint")
        || !(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image)
        || !(image.value() instanceof ServiceImage.Built built)) {
      return Optional.empty();
    }
    Optional<Fix> fix =
        DroppingEntrypoint.of(
            built.file(), built.stage(), List.of(target.get()), context.project());
    return fix.isEmpty() ? fix : Optional.of(fix.get().mayTrigger("compose/*"));
  }
}
