package dev.plimsoll.rules.compose.permissions;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.PrivilegeDrops;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.project.ServiceUser;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** One fault in the program is enough to act as root, next to the host's kernel. */
@RuleInfo(
    id = "compose/runs-as-root",
    title = "Service runs as root",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    profile = Profile.STRICT,
    fix = Safety.NONE,
    cwe = 250)
public final class RunsAsRoot extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> image = service.scalar("image");
    if (image.isEmpty() || service.has("build") || service.has("user")) {
      return;
    }
    if (!isPulled(service, set, context)
        || !isRoot(context.compose().writesAs(set, service))
        || RootUse.givesFiles(service, set, context)) {
      return;
    }
    context.report(
        Finding.at(
            service.anchor(),
            image.get().slice(),
            "%s runs as root here: set user to another",
            image.get().value().alternatives().get(0)));
  }

  /** Whether others build it, and it can do its work as another user. */
  private static boolean isPulled(ComposeService service, ComposeSet set, RuleContext context) {
    return context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known
        && known.value() instanceof ServiceImage.Pulled pulled
        && !PrivilegeDrops.in(pulled.reference());
  }

  private static boolean isRoot(Answer<ServiceUser> user) {
    return user instanceof Answer.Known<ServiceUser> known && known.value().isRoot();
  }
}
