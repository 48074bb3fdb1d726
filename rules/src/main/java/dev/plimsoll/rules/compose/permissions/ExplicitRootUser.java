package dev.plimsoll.rules.compose.permissions;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** It takes away the user that the image was given with care. */
@RuleInfo(
    id = "compose/explicit-root-user",
    title = "Service sets its user to root",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.NONE,
    aliases = "compose-lint:CL-0018",
    cwe = 250)
public final class ExplicitRootUser extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> user = service.scalar("user");
    if (user.isEmpty()
        || !isRoot(user.get().known().orElse(""))
        || RootUse.isDropped(service, set, context)
        || RootUse.givesFiles(service, set, context)) {
      return;
    }
    context.report(
        Finding.at(
            service.anchor("user"),
            user.get().slice(),
            "user %s runs the service as root: name another, or leave it to the image",
            user.get().slice()));
  }

  private static boolean isRoot(String user) {
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    return name.equals("root") || name.equals("0");
  }
}
