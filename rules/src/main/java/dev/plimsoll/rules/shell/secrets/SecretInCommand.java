package dev.plimsoll.rules.shell.secrets;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.SecretMounts;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SecretTokens;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** Whoever can read the script, or the history of an image that it built, can use the secret. */
@RuleInfo(
    id = "shell/secret-in-command",
    title = "Command holds a literal secret",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "tally:secrets-in-code",
    cwe = 798)
public final class SecretInCommand extends ShellRule {

  /** Secrets in one script beyond which no fix is offered, and no command looked for. */
  private static final int MAX_MENDED = 50;

  @Override
  public void script(ScriptContext script, RuleContext context) {
    Slice all = script.script().slice();
    List<SecretTokens.Found> found = SecretTokens.in(all.text());
    for (SecretTokens.Found each : found) {
      Slice slice = all.part(each.span().start(), each.span().end());
      Optional<Command> command =
          found.size() > MAX_MENDED ? Optional.empty() : SecretFix.enclosing(script, slice);
      Anchor anchor = command.isPresent() ? command.get().anchor() : script.anchor();
      Finding finding =
          Finding.at(
              anchor, slice, "%s is written into the command: %s", each.kind(), cure(script));
      if (script.host() == ScriptContext.Host.STEP && isOfTestSystem(each, all.text())) {
        finding = finding.confidence(Confidence.LOW); // it ends with the job
      }
      boolean mendable = isOnly(each, found, all.text()) && !each.kind().equals("private key");
      context.report(
          mendable ? SecretFix.add(finding, script, slice, name(each.kind()), context) : finding);
    }
  }

  /** Whether a password is for a machine that only the job knows. */
  private static boolean isOfTestSystem(SecretTokens.Found found, String text) {
    if (!found.kind().endsWith("URL")) {
      return false;
    }
    int end = found.span().end();
    if (!text.startsWith("@", end)) {
      int newline = text.indexOf('\n', end);
      String line =
          text.substring(
              text.lastIndexOf('\n', end - 1) + 1, newline < 0 ? text.length() : newline);
      return line.contains("localhost") || line.contains("127.0.0.1");
    }
    int at = end + 1;
    while (at < text.length() && "/:?\"' \n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(end, at).indexOf('.') < 0;
  }

  /** Whether a name for its kind tells it from the others of the script. */
  private static boolean isOnly(SecretTokens.Found one, List<SecretTokens.Found> all, String text) {
    if (all.size() > MAX_MENDED) {
      return false;
    }
    for (SecretTokens.Found other : all) {
      if (other.kind().equals(one.kind()) && !said(other, text).equals(said(one, text))) {
        return false;
      }
    }
    return true;
  }

  private static String said(SecretTokens.Found found, String text) {
    return text.substring(found.span().start(), found.span().end());
  }

  private static String name(String kind) {
    return kind.endsWith("URL") ? "URL_PASSWORD" : SecretMounts.name(kind);
  }

  private static String cure(ScriptContext script) {
    return switch (script.host()) {
      case BUILD -> "pass it with a secret mount";
      case CONTAINER -> "pass it when the container starts";
      case COMPOSE -> "take it from a secret or a variable";
      case FILE, RECIPE -> "take it from outside of the script";
      case SERVICE -> "take it from a file that only the service can read";
      case STEP -> "keep it among the secrets of the CI service";
    };
  }
}
