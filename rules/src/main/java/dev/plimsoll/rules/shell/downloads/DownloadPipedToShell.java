package dev.plimsoll.rules.shell.downloads;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.Piping;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.Substitution;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever answers the request decides what runs, and nobody can look at it first. */
@RuleInfo(
    id = "shell/download-piped-to-shell",
    title = "Download is piped straight into an interpreter",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    profile = Profile.STRICT,
    cwe = 494)
public final class DownloadPipedToShell extends ShellRule {

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "fish");
  private static final Set<String> INTERPRETERS =
      Set.of("python", "python2", "python3", "perl", "ruby", "node", "php", "pwsh");
  private static final Set<String> RUNNING = Set.of("eval", "source", ".");
  private static final String OUTPUT = "output-document";
  private static final String MESSAGE = "%s runs what %s downloads, and nobody has looked at it";

  @Override
  public void script(ScriptContext script, RuleContext context) {
    for (Piping piping : script.script().pipings()) {
      Optional<Command> downloader = Optional.empty();
      for (Optional<Command> segment : piping.segments()) {
        if (segment.isPresent()) {
          Command command = segment.get();
          if (downloader.isPresent() && runsStandardInput(command)) {
            report(command, downloader.get(), context);
            break;
          }
          downloader = writesToStandardOutput(command) ? segment : downloader;
        }
      }
    }
  }

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    boolean runs = SHELLS.contains(command.program()) || RUNNING.contains(command.program());
    if (!runs) {
      return;
    }
    for (ShellWord argument : command.arguments()) {
      if (!argument.substitutions().isEmpty()) {
        Optional<Command> downloader = downloader(argument, script.script().commands());
        if (downloader.isPresent()) {
          report(command, downloader.get(), context);
          return;
        }
      }
    }
  }

  /** The command in a word's substitution whose output becomes the script. */
  private static Optional<Command> downloader(ShellWord word, List<Command> commands) {
    String whole = word.substitutions().get(0).slice().text();
    String raw = word.slice().text();
    if (!raw.equals(whole) && !raw.equals("\"" + whole + "\"")) {
      return Optional.empty(); // a script with a value in it
    }
    for (Substitution substitution : word.substitutions()) {
      Place place = substitution.slice().place();
      for (Command command : commands) {
        Place inner = command.slice().place();
        if (place.span().contains(inner.span()) && writesToStandardOutput(command)) {
          return Optional.of(command);
        }
      }
    }
    return Optional.empty();
  }

  private static void report(Command command, Command downloader, RuleContext context) {
    context.report(
        Finding.at(
            command.anchor(),
            command.name().slice(),
            MESSAGE,
            command.name().slice(),
            downloader.name().slice()));
  }

  /** A shell without a script of its own, another interpreter without any argument. */
  private static boolean runsStandardInput(Command command) {
    List<ShellWord> arguments = command.arguments();
    if (INTERPRETERS.contains(command.program())) {
      return arguments.isEmpty() || (arguments.size() == 1 && arguments.get(0).text().equals("-"));
    }
    if (!SHELLS.contains(command.program())) {
      return false;
    }
    for (ShellWord argument : arguments) {
      String text = argument.text();
      if (text.equals("-") || text.equals("/dev/stdin")) {
        return true;
      }
      if (!text.startsWith("-") && !text.startsWith("+")) {
        return false;
      }
      boolean isLong = text.startsWith("--");
      if (text.equals("--") || (!isLong && text.indexOf('c') > 0)) {
        return false;
      }
      if (!isLong && text.indexOf('s') > 0) {
        return true;
      }
      if (!isLong && text.endsWith("o")) {
        return true; // a name follows: bash -o pipefail
      }
    }
    return true;
  }

  private static boolean writesToStandardOutput(Command command) {
    boolean wget = command.isNamed("wget");
    if (!wget && !command.isNamed("curl")) {
      return false;
    }
    Optional<Invocation> invocation = Invocation.of(command);
    if (invocation.isEmpty() || isRedirected(command)) {
      return false;
    }
    boolean toFile = false;
    boolean toOutput = false;
    for (Option option : invocation.get().options()) {
      String name = option.name();
      boolean names = name.equals(wget ? "O" : "o") || name.equals(wget ? OUTPUT : "output");
      boolean dash =
          option.value().isPresent()
              && (option.value().get().text().equals("-")
                  || option.value().get().text().equals("/dev/stdout"));
      toOutput |= names && dash;
      toFile |= names && !dash;
      toFile |= !wget && (name.equals("O") || name.startsWith("remote-name"));
    }
    return wget ? toOutput : !toFile;
  }

  private static boolean isRedirected(Command command) {
    for (Redirection redirection : command.redirections()) {
      String operator = redirection.operator().text();
      if (operator.startsWith(">") || operator.startsWith("1>") || operator.startsWith("&>")) {
        return true;
      }
    }
    return false;
  }
}
