package dev.plimsoll.rules.compose.permissions;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.MountUse;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.project.ServiceUser;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;
import java.util.Set;

/** A volume takes its owner from the image's folder, and from nobody else where there is none. */
@RuleInfo(
    id = "compose/volume-owner-mismatch",
    title = "Named volume is not owned by the container user",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class VolumeOwnerMismatch extends ComposeRule {

  /** They serve what others put there. */
  private static final Set<String> READERS = Set.of("caddy", "httpd", "nginx", "traefik");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("volumes")) {
      return;
    }
    for (ServiceMount mount : service.mounts()) {
      if (mount.kind() == ServiceMount.Kind.VOLUME) {
        Optional<ClosedMount> closed = ClosedMount.of(mount, service, set, context);
        if (closed.isPresent()
            && !isHandedOn(closed.get(), context, set)
            && !isFilledByOthers(mount, service, set, context)) {
          report(closed.get(), service, set, context);
        }
      }
    }
  }

  /** Whether it only hands files of the image on to others: Docker copies them as root. */
  private static boolean isHandedOn(ClosedMount closed, RuleContext context, ComposeSet set) {
    Optional<String> volume = closed.mount().volume();
    return volume.isPresent()
        && closed.folder().isInImage()
        && context.compose().sharedBy(set, volume.get()).size() > 1;
  }

  /** Whether another service may give it away, or write what this one only reads. */
  private static boolean isFilledByOthers(
      ServiceMount mount, ComposeService service, ComposeSet set, RuleContext context) {
    Optional<String> volume = mount.volume();
    if (volume.isEmpty()) {
      return false;
    }
    for (MountUse use : context.compose().sharedBy(set, volume.get())) {
      if (!use.mount().readOnly()
          && !use.service().name().equals(service.name())
          && !isReader(use.service(), set, context)
          && (!(context.compose().user(set, use.service()) instanceof Answer.Known<ServiceUser> who)
              || who.value().isRoot())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReader(ComposeService service, ComposeSet set, RuleContext context) {
    return context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image
        && image.value() instanceof ServiceImage.Pulled pulled
        && READERS.contains(pulled.reference().familiarName());
  }

  private static void report(
      ClosedMount closed, ComposeService service, ComposeSet set, RuleContext context) {
    ServiceMount mount = closed.mount();
    Finding finding =
        closed.folder().isInImage()
            ? Finding.at(
                service.anchor("volumes"),
                mount.target().slice(),
                "%s belongs to %s in the image, and so in the volume: %s cannot write to it",
                mount.target().value(),
                closed.owner(),
                closed.starter())
            : Finding.at(
                service.anchor("volumes"),
                mount.target().slice(),
                "the image has no %s, so the volume is root's: %s cannot write to it",
                mount.target().value(),
                closed.starter());
    Optional<Fix> fix = FolderOwnerFix.of(closed, service, set, context);
    Finding known = finding.because(closed.because());
    context.report(fix.isPresent() ? known.withFix(fix.get()) : known);
  }
}
