package dev.plimsoll.rules.shell.secrets;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** The auths section of Docker's config.json is base64: whoever reads the file has the password. */
@RuleInfo(
    id = "shell/docker-config-credentials",
    title = "Script writes registry credentials to a config file",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    cwe = 522)
public final class DockerConfigCredentials extends ShellRule {

  private static final CredentialStore STORE = new CredentialStore(".docker", true);

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    Optional<Slice> target = target(command);
    if (target.isEmpty() || !saysCredentials(command, script) || isMounted(target.get(), script)) {
      return;
    }
    if (STORE.isGone(script, command)) {
      return;
    }
    Finding finding =
        Finding.at(
            command.anchor(),
            target.get(),
            "registry credentials are written to %s in plain text",
            target.get());
    if (script.host() == ScriptContext.Host.STEP) {
      finding = finding.confidence(Confidence.LOW); // the file is mostly gone when the job ends
    }
    boolean own = !target.get().text().contains("kaniko");
    context.report(own ? STORE.withMount(finding, script, command) : finding);
  }

  private static boolean isMounted(Slice target, ScriptContext script) {
    String path = target.text();
    return script.isMounted(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
  }

  /** The file that it writes to, if that is one of Docker's. */
  private static Optional<Slice> target(Command command) {
    for (Redirection redirection : command.redirections()) {
      boolean writes = redirection.operator().text().indexOf('>') >= 0;
      if (writes && isConfig(redirection.target().text())) {
        return Optional.of(redirection.target().slice());
      }
    }
    if (command.isNamed("tee")) {
      for (ShellWord word : command.arguments()) {
        if (isConfig(word.text())) {
          return Optional.of(word.slice());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isConfig(String path) {
    return path.endsWith(".docker/config.json") || path.endsWith("/.dockercfg");
  }

  /** Whether the command, or what is piped into it, says who logs in. */
  private static boolean saysCredentials(Command command, ScriptContext script) {
    if (hasCredentials(command)) {
      return true;
    }
    List<Command> commands = script.script().commands();
    int at = commands.indexOf(command);
    return command.isNamed("tee") && at > 0 && hasCredentials(commands.get(at - 1));
  }

  private static boolean hasCredentials(Command command) {
    if (speaksOfAuth(command.slice().text())) {
      return true;
    }
    for (Redirection redirection : command.redirections()) {
      if (redirection.heredoc().isPresent()
          && speaksOfAuth(redirection.heredoc().get().body().text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean speaksOfAuth(String text) {
    return text.contains("auths")
        && (text.contains("\"auth\"")
            || text.contains("\\\"auth\\\"")
            || text.contains("password"));
  }
}
