package dev.plimsoll.rules.shell.secrets;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** A login in a RUN leaves what it was given in a file of that layer. */
@RuleInfo(
    id = "shell/login-stores-credentials",
    title = "Login stores credentials in plain text",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "trivy:DS-0031",
    cwe = 522)
public final class LoginStoresCredentials extends ShellRule {

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (script.host() != ScriptContext.Host.BUILD || command.arguments().isEmpty()) {
      return;
    }
    Optional<CredentialStore> store = store(command);
    if (store.isEmpty() || store.get().isGone(script, command)) {
      return;
    }
    Finding finding =
        Finding.at(
            command.anchor(),
            command.name().slice(),
            "%s stores the credentials in ~/%s, in plain text, in this layer",
            command.name().slice(),
            store.get().folder());
    context.report(store.get().withMount(finding, script, command));
  }

  private static Optional<CredentialStore> store(Command command) {
    return switch (command.program()) {
      case "docker", "nerdctl", "oras", "crane" -> when(logsIn(command, "login"), ".docker", true);
      case "helm" -> when(logsIn(command, "registry", "login"), ".config/helm", true);
      case "gcloud" -> when(gcloud(command), ".config/gcloud", true);
      case "az" -> when(logsIn(command, "login"), ".azure", true);
      case "gh" -> when(logsIn(command, "auth", "login"), ".config/gh", true);
      case "heroku" -> when(logsIn(command, "login"), ".netrc", false);
      case "cargo" -> when(logsIn(command, "login"), ".cargo/credentials.toml", false);
      case "aws" ->
          logsIn(command, "ecr", "get-login")
              ? when(true, ".docker", false) // it prints the login that another command runs
              : when(aws(command), ".aws", true);
      case "npm", "pnpm" -> when(npm(command), ".npmrc", false);
      case "git" -> when(git(command), ".gitconfig", false);
      default -> Optional.empty();
    };
  }

  private static Optional<CredentialStore> when(boolean stores, String folder, boolean isOwn) {
    return stores ? Optional.of(new CredentialStore(folder, isOwn)) : Optional.empty();
  }

  /** Whether the words that are no options begin so. */
  private static boolean logsIn(Command command, String... phrase) {
    int at = 0;
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      if (text.equals("--help") || text.equals("-h")) {
        return false;
      }
      if (at < phrase.length && !text.startsWith("-")) {
        if (!text.equals(phrase[at])) {
          return false;
        }
        at++;
      }
    }
    return at == phrase.length;
  }

  private static boolean gcloud(Command command) {
    return logsIn(command, "auth", "activate-service-account") || logsIn(command, "auth", "login");
  }

  /** {@code aws configure set aws_secret_access_key x}. */
  private static boolean aws(Command command) {
    List<ShellWord> words = command.arguments();
    if (!logsIn(command, "configure", "set")) {
      return false;
    }
    for (ShellWord word : words) {
      String text = word.text();
      String name = text.substring(text.lastIndexOf('.') + 1);
      if (name.equals("aws_secret_access_key") || name.equals("aws_session_token")) {
        return true;
      }
    }
    return false;
  }

  /** {@code npm login}, {@code npm config set //host/:_authToken=x}. */
  private static boolean npm(Command command) {
    if (logsIn(command, "login") || logsIn(command, "adduser")) {
      return true;
    }
    if (!logsIn(command, "config", "set") && !logsIn(command, "set")) {
      return false;
    }
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      int equals = text.indexOf('=');
      String key = equals < 0 ? text : text.substring(0, equals);
      int colon = key.lastIndexOf(':');
      String name = colon < 0 ? key : key.substring(colon + 1);
      if (name.startsWith("_") && SecretNames.namesCredential(name)) {
        return true;
      }
    }
    return false;
  }

  /** {@code git config --global url."https://x:$TOKEN@host/".insteadOf}. */
  private static boolean git(Command command) {
    if (!logsIn(command, "config")) {
      return false;
    }
    boolean user = false;
    boolean credential = false;
    for (ShellWord word : command.arguments()) {
      Slice text = word.unquoted();
      user |= text.text().equals("--global") || text.text().equals("--system");
      credential |= hasUser(text.text());
    }
    return user && credential;
  }

  /** Whether a URL has a password, or a variable where its user stands. */
  private static boolean hasUser(String url) {
    int start = url.indexOf("://");
    int at = start < 0 ? -1 : url.indexOf('@', start);
    if (at < 0) {
      return false;
    }
    String user = url.substring(start + 3, at);
    return user.indexOf('/') < 0 && (user.indexOf('$') >= 0 || user.indexOf(':') > 0);
  }
}
