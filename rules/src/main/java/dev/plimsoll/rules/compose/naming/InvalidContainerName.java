package dev.plimsoll.rules.compose.naming;

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

/** Docker refuses to make a container whose name has other characters than those it allows. */
@RuleInfo(
    id = "compose/invalid-container-name",
    title = "Container name has characters Docker refuses",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "dclint:service-container-name-regex")
public final class InvalidContainerName extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> given = service.scalar("container_name");
    if (given.isEmpty() || given.get().known().isEmpty()) {
      return;
    }
    String written = given.get().known().get();
    String name = written.startsWith("/") ? written.substring(1) : written;
    if (written.isEmpty() || isValid(name)) {
      return;
    }
    String template =
        name.length() == 1
            ? "Docker refuses the container name %s: it takes two characters at least"
            : "Docker refuses the container name %s: letters, digits, _, . and - may stand in it,"
                + " and it begins with a letter or digit";
    context.report(
        Finding.at(
            service.anchor("container_name"),
            given.get().slice(),
            template,
            given.get().value().alternatives().get(0)));
  }

  private static boolean isValid(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!word && (i == 0 || "_.-".indexOf(c) < 0)) {
        return false;
      }
    }
    return name.length() >= 2;
  }
}
