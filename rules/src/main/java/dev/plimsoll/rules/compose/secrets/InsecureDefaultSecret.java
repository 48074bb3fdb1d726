package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SecretTokens;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** Where the variable is forgotten, the service starts with a password that anyone can read. */
@RuleInfo(
    id = "compose/insecure-default-secret",
    title = "Secret falls back to a known default",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {"compose-lint:CL-0020", "compose-lint:CL-0021"},
    cwe = 1392,
    options = InsecureDefaultSecret.Options.class)
public final class InsecureDefaultSecret extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "more names of variables that hold a secret") List<String> secretNames) {
    public Options {
      secretNames = List.copyOf(secretNames);
    }
  }

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    if (Credentials.isAtHome(set)) {
      return;
    }
    for (VariableUse use : set.variablesIn(file.name())) {
      Optional<String> fallback = use.defaultText();
      if (fallback.isPresent() && !fallback.get().isEmpty()) {
        check(use, fallback.get(), set, file, context);
      }
    }
  }

  private static void check(
      VariableUse use, String fallback, ComposeSet set, ComposeFile file, RuleContext context) {
    String name = use.name().text();
    List<String> more = context.options(Options.class).secretNames();
    if (fallback.indexOf('$') >= 0 || Credentials.isPlaceholder(fallback)) {
      return;
    }
    boolean secret =
        Credentials.isName(name, more)
            ? Credentials.isSecret(name, fallback)
            : isToken(fallback)
                || UrlPassword.isAt(file.source().slice(use.expression().place().span()));
    Optional<ContainerVariable> variable = ContainerVariable.around(use.expression(), set, file);
    if (!secret) {
      secret =
          variable.isPresent()
              && Credentials.isName(variable.get().name(), more)
              && Credentials.isSecret(variable.get().name(), fallback);
    }
    if (secret) {
      Anchor anchor = file.anchor(use.expression());
      context.report(
          Finding.at(
                  variable.isPresent() ? variable.get().anchor() : anchor,
                  use.operand().orElseThrow(),
                  "%s falls back to a secret that stands in the file: ask for it with ${%s:?}",
                  use.name(),
                  use.name())
              .withFix(fix(use, file, anchor)));
    }
  }

  private static boolean isToken(String text) {
    List<SecretTokens.Found> found = SecretTokens.in(text);
    return !found.isEmpty();
  }

  private static Fix fix(VariableUse use, ComposeFile file, Anchor anchor) {
    Slice written = file.source().slice(use.expression().place().span());
    String text = written.text();
    String head = "${" + use.name().text();
    boolean plain = text.equals(use.expression().text()) && text.startsWith(head);
    Edit edit =
        plain
            ? Edit.replace(written.part(head.length(), text.length() - 1), ":?required")
            : new Edit.Impossible("escapes stand in it");
    return Fix.unsafe("Refuse to start without " + use.name().text(), edit).changing(anchor);
  }
}
