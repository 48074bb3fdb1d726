package dev.plimsoll.rules.shell.secrets;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.SecretMounts;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.LiteralPassword;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Placeholders;
import dev.plimsoll.text.SecretTokens;
import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * A password in a command is in the image's history, in the process list and in every log of it.
 */
@RuleInfo(
    id = "shell/password-on-command-line",
    title = "Password is passed on the command line",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "sonar:S6437",
    cwe = 214)
public final class PasswordOnCommandLine extends ShellRule {

  /** A shorter value of a variable is a stand-in of a build. */
  private static final int MIN_LENGTH = 8;

  /** Passwords in one script beyond which no fix is offered. */
  private static final int MAX_MENDED = 50;

  @Override
  public void script(ScriptContext script, RuleContext context) {
    List<LiteralPassword> all = LiteralPassword.in(script.script());
    for (LiteralPassword password : all) {
      if (isReal(password)) {
        report(password, isOnly(password, all), script, context);
      }
    }
  }

  /** Whether the name of its variable tells it from the others of the script. */
  private static boolean isOnly(LiteralPassword one, List<LiteralPassword> all) {
    if (all.size() > MAX_MENDED) {
      return false;
    }
    for (LiteralPassword other : all) {
      if (name(other).equals(name(one)) && !other.value().text().equals(one.value().text())) {
        return false;
      }
    }
    return true;
  }

  private static String name(LiteralPassword password) {
    return password.way() == LiteralPassword.Way.STATEMENT
        ? "SQL_PASSWORD"
        : SecretMounts.name(password.command().program() + "_password");
  }

  private static boolean isReal(LiteralPassword password) {
    String text = password.value().text();
    if (Placeholders.isPlaceholder(text) || !SecretTokens.in(text).isEmpty()) {
      return false; // what looks like a token is reported by shell/secret-in-command
    }
    return password.way() != LiteralPassword.Way.VARIABLE
        || isClient(password.command().program())
        || looksRandom(text);
  }

  /** Whether a program logs in to a server with the variables it gets. */
  private static boolean isClient(String program) {
    return switch (program) {
      case "createdb",
          "mysql",
          "mysqldump",
          "pg_dump",
          "pg_restore",
          "psql",
          "redis-cli",
          "sshpass" ->
          true;
      default -> false;
    };
  }

  private static boolean looksRandom(String text) {
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == ' ') {
        return false;
      }
      letter |= Character.isLetter(c);
      digit |= Character.isDigit(c);
    }
    return text.length() >= MIN_LENGTH && letter && digit;
  }

  private static void report(
      LiteralPassword password, boolean only, ScriptContext script, RuleContext context) {
    Slice program = password.command().name().slice();
    Slice value = password.value();
    Finding finding =
        switch (password.way()) {
          case ARGUMENT, HEADER -> at(password, "%s gets a password on its command line", program);
          case VARIABLE ->
              at(password, "%s gets a password that is written into the command", program);
          case INPUT ->
              at(password, "%s reads a password that is written into the command", program);
          case STATEMENT ->
              at(password, "%s sets a password that is written into the statement", program);
        };
    if (script.host() == ScriptContext.Host.STEP && !reachesOut(password.command())) {
      finding = finding.confidence(Confidence.LOW); // a test system that ends with the job
    }
    boolean mendable = only && password.way() != LiteralPassword.Way.VARIABLE;
    context.report(
        mendable ? SecretFix.add(finding, script, value, name(password), context) : finding);
  }

  /** Whether it logs in to another machine, as far as can be seen. */
  private static boolean reachesOut(Command command) {
    String before = "";
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      int address = text.indexOf("://");
      int at = text.lastIndexOf('@');
      String host =
          at >= 0
              ? text.substring(at + 1)
              : address >= 0
                  ? text.substring(address + 3)
                  : isHostOption(before) ? text : text.startsWith("--host=") ? text : "";
      boolean isNamed = name(host).indexOf('.') > 0 || host.indexOf('$') >= 0;
      if (text.equals("login") || (isNamed && !isLocal(host))) {
        return true;
      }
      before = text;
    }
    return false;
  }

  /** A host without its port and what follows. */
  private static String name(String host) {
    int end = 0;
    while (end < host.length() && ":/?".indexOf(host.charAt(end)) < 0) {
      end++;
    }
    return host.substring(0, end);
  }

  private static boolean isHostOption(String text) {
    return text.equals("-h") || text.equals("--host") || text.equals("-H");
  }

  private static boolean isLocal(String host) {
    return host.contains("127.0.0.1") || host.contains("0.0.0.0") || host.contains("localhost");
  }

  private static Finding at(LiteralPassword password, String template, Slice program) {
    return Finding.at(password.command().anchor(), password.value(), template, program);
  }
}
