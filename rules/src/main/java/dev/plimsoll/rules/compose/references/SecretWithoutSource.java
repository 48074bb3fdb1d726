package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Map;
import java.util.Optional;

/** Compose starts nothing at all while it does not know what a secret or config is made from. */
@RuleInfo(
    id = "compose/secret-without-source",
    title = "Declared secret has no source",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class SecretWithoutSource extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    check("secrets", set, file, context);
    check("configs", set, file, context);
  }

  private static void check(String section, ComposeSet set, ComposeFile file, RuleContext context) {
    for (Map.Entry<String, Member> entry : set.section(section).entrySet()) {
      Member declared = entry.getValue();
      if (declared.value() instanceof Table table
          && !hasSource(table)
          && Undeclared.isSettled(set, file)) {
        context.report(
            Finding.at(
                Anchor.FILE.child(section).child(entry.getKey().replace('/', '|')),
                declared.key(),
                section.equals("secrets")
                    ? "secret %s is made from nothing: add file, environment or external"
                    : "config %s is made from nothing: add file, environment, content or external",
                declared.key()));
      }
    }
  }

  /** A driver is asked by engines in a swarm, and may know more than Compose. */
  private static boolean hasSource(Table declared) {
    Optional<ComposeNode> external = declared.find("external");
    boolean isExternal =
        external.isPresent()
            && !(external.get() instanceof Scalar scalar && scalar.text().equals("false"));
    return isExternal
        || declared.find("file").isPresent()
        || declared.find("environment").isPresent()
        || declared.find("content").isPresent()
        || declared.find("driver").isPresent()
        || declared.find("template_driver").isPresent();
  }
}
