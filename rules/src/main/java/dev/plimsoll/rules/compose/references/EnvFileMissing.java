package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** Compose does not start a service whose file of variables is not there. */
@RuleInfo(
    id = "compose/env-file-missing",
    title = "Env file does not exist",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class EnvFileMissing extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (ComposeNode item : service.items("env_file")) {
      if (item instanceof Table table
          && table.find("path").isPresent()
          && table.find("path").get() instanceof Scalar path
          && isRequired(table)) {
        check(path, service, set, context);
      }
    }
  }

  private static boolean isRequired(Table file) {
    Optional<ComposeNode> required = file.find("required");
    return required.isEmpty()
        || (required.get() instanceof Scalar scalar
            && scalar.fixed().isPresent()
            && scalar.text().equals("true"));
  }

  private static void check(
      Scalar path, ComposeService service, ComposeSet set, RuleContext context) {
    if (path.fixed().isPresent() && context.compose().isMissing(set, path.fixed().get())) {
      context.report(
          Finding.at(
              service.anchor("env_file"),
              path.slice(),
              "the env file %s does not exist: add it, or write required: false",
              path.slice()));
    }
  }
}
