package dev.plimsoll.cli;

import java.io.File;
import java.util.Arrays;
import java.util.List;

/** Finds the command and runs it. */
final class Cli {

  static final List<String> COMMANDS = List.of("check", "explain", "rules", "project", "config");

  private final Console console;

  Cli(Console console) {
    this.console = console;
  }

  ExitCode run(String... arguments) {
    try {
      return dispatch(arguments);
    } catch (UsageException e) {
      console.complain(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }

  private ExitCode dispatch(String... arguments) throws UsageException {
    String command = arguments.length == 0 ? "--help" : arguments[0];
    String[] rest =
        arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    return switch (command) {
      case "check" -> new CheckCommand(console).run(rest);
      case "explain" -> new ExplainCommand(console).run(rest);
      case "rules" -> new RulesCommand(console).run(rest);
      case "project" -> new ProjectCommand(console).run(rest);
      case "config" -> new ConfigCommand(console).run(rest);
      case "help", "--help", "-h" -> help(rest);
      case "version", "--version", "-V" -> version();
      default -> throw unknown(command);
    };
  }

  private UsageException unknown(String command) {
    return new File(console.workingDirectory().toAbsolutePath().toFile(), command).exists()
        ? new UsageException(
            "\"" + command + "\" is no command; to lint it: plimsoll check " + command)
        : Suggestion.unknown("command", command, COMMANDS);
  }

  private ExitCode help(String... rest) throws UsageException {
    String page = rest.length == 0 ? "plimsoll" : rest[0];
    if (rest.length > 0 && !COMMANDS.contains(page)) {
      throw Suggestion.unknown("command", page, COMMANDS);
    }
    console.out().print(Console.resource("plimsoll/help/" + page + ".txt"));
    return ExitCode.CLEAN;
  }

  private ExitCode version() {
    console.out().println("plimsoll " + Version.TEXT);
    return ExitCode.CLEAN;
  }
}
