package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command of Docker Compose. Source: {@code docker compose --help} and that of each subcommand,
 * Compose 2.39.
 *
 * @param files what it names by {@code -f}
 * @param projectFolder what it names by {@code --project-directory}
 * @param subcommand absent where none follows the options
 * @param options of the subcommand, those that take a value with it in one word or two
 * @param services what follows that, as far as it names services
 * @param isSure whether no word before the subcommand may bring more files
 */
public record ComposeCall(
    Command command,
    List<ShellWord> files,
    Optional<ShellWord> projectFolder,
    Optional<ShellWord> subcommand,
    List<ShellWord> options,
    List<ShellWord> services,
    boolean isSure) {

  private static final Set<String> OF_DOCKER =
      Set.of("-H", "--host", "-c", "--context", "-l", "--log-level", "--config");

  private static final Set<String> GLOBAL =
      Set.of(
          "-f",
          "--file",
          "-p",
          "--project-name",
          "--profile",
          "--env-file",
          "--project-directory",
          "--ansi",
          "--parallel",
          "--progress",
          "--workdir",
          "-H",
          "--host",
          "-c",
          "--context",
          "--log-level");

  /** Subcommands of which each operand is a service. */
  private static final Set<String> OF_SERVICES =
      Set.of(
          "build", "create", "images", "kill", "logs", "pause", "ps", "pull", "push", "restart",
          "rm", "start", "stop", "top", "unpause", "up", "wait", "watch");

  /** Those of which the first operand is one. */
  private static final Set<String> OF_ONE = Set.of("exec", "run", "attach", "port");

  private static final Map<String, Set<String>> VALUED =
      Map.ofEntries(
          Map.entry(
              "build", Set.of("--build-arg", "--builder", "-m", "--memory", "--ssh", "--progress")),
          Map.entry("create", Set.of("--pull", "--scale")),
          Map.entry("images", Set.of("--format")),
          Map.entry("kill", Set.of("-s", "--signal")),
          Map.entry("logs", Set.of("--since", "--until", "-n", "--tail", "--index")),
          Map.entry("ps", Set.of("--filter", "--format", "--status")),
          Map.entry("pull", Set.of("--policy")),
          Map.entry("restart", Set.of("-t", "--timeout")),
          Map.entry("start", Set.of("--wait-timeout")),
          Map.entry("stop", Set.of("-t", "--timeout")),
          Map.entry(
              "up",
              Set.of(
                  "--scale",
                  "-t",
                  "--timeout",
                  "--exit-code-from",
                  "--attach",
                  "--no-attach",
                  "--pull",
                  "--wait-timeout")),
          Map.entry("exec", Set.of("-e", "--env", "-u", "--user", "-w", "--workdir", "--index")),
          Map.entry(
              "run",
              Set.of(
                  "--name",
                  "-e",
                  "--env",
                  "--env-from-file",
                  "--entrypoint",
                  "-u",
                  "--user",
                  "-w",
                  "--workdir",
                  "-v",
                  "--volume",
                  "-p",
                  "--publish",
                  "-l",
                  "--label",
                  "--cap-add",
                  "--cap-drop",
                  "--pull")),
          Map.entry("attach", Set.of("--detach-keys", "--index", "--sig-proxy")),
          Map.entry("port", Set.of("--protocol", "--index")));

  public ComposeCall {
    files = List.copyOf(files);
    options = List.copyOf(options);
    services = List.copyOf(services);
  }

  /** What a command asks of Compose; nothing where it is another. */
  public static Optional<ComposeCall> of(Command command) {
    List<ShellWord> words = command.arguments();
    if (command.isNamed("docker-compose")) {
      return Optional.of(new Reading(command, words, 0).call());
    }
    if (!command.isNamed("docker")) {
      return Optional.empty();
    }
    int at = 0;
    while (at < words.size() && words.get(at).text().startsWith("-")) {
      at += OF_DOCKER.contains(words.get(at).text()) ? 2 : 1;
    }
    return at < words.size() && words.get(at).text().equals("compose")
        ? Optional.of(new Reading(command, words, at + 1).call())
        : Optional.empty();
  }

  /** Whether an option of the subcommand is there, with a value or without. */
  public boolean hasOption(String name) {
    for (ShellWord option : options) {
      if (option.text().equals(name) || option.text().startsWith(name + "=")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is the subcommand of a name. */
  public boolean isOf(String name) {
    return subcommand.isPresent() && subcommand.get().text().equals(name);
  }

  private static final class Reading {
    private final Command command;
    private final List<ShellWord> words;
    private int at;
    private boolean isSure = true;
    private final List<ShellWord> files = new ArrayList<>();
    private Optional<ShellWord> projectFolder = Optional.empty();
    private final List<ShellWord> options = new ArrayList<>();
    private final List<ShellWord> services = new ArrayList<>();

    Reading(Command command, List<ShellWord> words, int at) {
      this.command = command;
      this.words = words;
      this.at = at;
    }

    ComposeCall call() {
      Optional<ShellWord> subcommand = Optional.empty();
      while (at < words.size() && subcommand.isEmpty()) {
        ShellWord word = words.get(at++);
        String text = word.text();
        if (!word.isLiteral()) {
          isSure &= text.startsWith("--") && text.indexOf('=') > 0 && !text.startsWith("--file");
        } else if (!text.startsWith("-")) {
          subcommand = Optional.of(word);
        } else if (GLOBAL.contains(text) && at < words.size()) {
          take(text, words.get(at++));
        } else if (text.startsWith("--file=") || text.startsWith("--project-directory=")) {
          take(text.substring(0, text.indexOf('=')), word.rest(text.indexOf('=') + 1));
        }
      }
      if (subcommand.isPresent()) {
        behind(subcommand.get().text());
      }
      return new ComposeCall(command, files, projectFolder, subcommand, options, services, isSure);
    }

    private void take(String option, ShellWord value) {
      if (option.equals("-f") || option.equals("--file")) {
        files.add(value);
      } else if (option.equals("--project-directory")) {
        projectFolder = Optional.of(value);
      }
    }

    private void behind(String subcommand) {
      boolean isOfOne = OF_ONE.contains(subcommand);
      if (!isOfOne && !OF_SERVICES.contains(subcommand)) {
        return;
      }
      Set<String> valued = VALUED.getOrDefault(subcommand, Set.of());
      while (at < words.size() && !(isOfOne && !services.isEmpty())) {
        ShellWord word = words.get(at++);
        String text = word.text();
        if (text.startsWith("-") && text.length() > 1) {
          options.add(word);
          at += valued.contains(text) ? 1 : 0;
        } else if (isOfOne && !word.isLiteral()) {
          return; // options, or the service
        } else {
          services.add(word);
        }
      }
    }
  }
}
