package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command of Docker that builds one image. Source: {@code docker buildx build --help}, Buildx
 * 0.30.
 *
 * @param verb the word that asks for a build
 * @param options their words, those without their values among them
 * @param tags the names that it gives, as written
 * @param file what it names as the Dockerfile
 * @param context where it builds
 * @param isSure whether no word may bring more options
 */
public record BuildCall(
    Command command,
    ShellWord verb,
    List<ShellWord> options,
    List<ShellWord> tags,
    Optional<ShellWord> file,
    Optional<ShellWord> context,
    boolean isSure) {

  private static final Set<String> VALUED =
      Set.of(
          "-t",
          "--tag",
          "-f",
          "--file",
          "--build-arg",
          "--target",
          "--platform",
          "--cache-from",
          "--cache-to",
          "-o",
          "--output",
          "--label",
          "--network",
          "--secret",
          "--ssh",
          "--progress",
          "--add-host",
          "--allow",
          "--builder",
          "--build-context",
          "--call",
          "--cgroup-parent",
          "--iidfile",
          "--isolation",
          "--metadata-file",
          "--no-cache-filter",
          "--policy",
          "--shm-size",
          "--ulimit",
          "--annotation",
          "--attest",
          "--provenance",
          "--sbom",
          "-m",
          "--memory");

  public BuildCall {
    options = List.copyOf(options);
    tags = List.copyOf(tags);
  }

  /** What a command asks of a builder; nothing where it is another. */
  public static Optional<BuildCall> of(Command command) {
    int verb = verb(command);
    return verb < 0 ? Optional.empty() : Optional.of(new Reading(command, verb).call());
  }

  /** Whether a command builds one image. */
  public static boolean is(Command command) {
    return verb(command) >= 0;
  }

  /** Where the word stands that asks for a build; -1 for none. */
  private static int verb(Command command) {
    List<ShellWord> words = command.arguments();
    if (!command.isNamed("docker") || words.isEmpty()) {
      return -1;
    }
    if (words.get(0).text().equals("build")) {
      return 0;
    }
    return words.size() > 1 && isGroup(words.get(0).text()) && words.get(1).text().equals("build")
        ? 1
        : -1;
  }

  private static boolean isGroup(String text) {
    return text.equals("buildx") || text.equals("image") || text.equals("builder");
  }

  /** Whether an option is there, with a value or without. */
  public boolean hasOption(String name) {
    for (ShellWord option : options) {
      if (option.text().equals(name) || option.text().startsWith(name + "=")) {
        return true;
      }
    }
    return false;
  }

  private static final class Reading {
    private final Command command;
    private final List<ShellWord> words;
    private final ShellWord verb;
    private int at;
    private final List<ShellWord> options = new ArrayList<>();
    private final List<ShellWord> tags = new ArrayList<>();
    private Optional<ShellWord> file = Optional.empty();
    private final List<ShellWord> operands = new ArrayList<>();
    private boolean isSure = true;

    Reading(Command command, int verb) {
      this.command = command;
      this.words = command.arguments();
      this.verb = words.get(verb);
      this.at = verb + 1;
    }

    BuildCall call() {
      while (at < words.size()) {
        ShellWord word = words.get(at++);
        if (word.text().startsWith("-") && word.text().length() > 1) {
          options.add(word);
          option(word);
        } else {
          operands.add(word);
        }
      }
      for (ShellWord operand : operands) {
        boolean mayBeMany = !operand.isLiteral() && (operands.size() > 1 || isList(operand));
        isSure &= !mayBeMany || isPath(operand);
      }
      Optional<ShellWord> context =
          operands.isEmpty() ? Optional.empty() : Optional.of(operands.get(operands.size() - 1));
      return new BuildCall(command, verb, options, tags, file, context, isSure);
    }

    private void option(ShellWord word) {
      String text = word.text();
      int equals = text.startsWith("--") ? text.indexOf('=') : -1;
      String name = equals < 0 ? text : text.substring(0, equals);
      if (!VALUED.contains(name) || (equals < 0 && at == words.size())) {
        return;
      }
      ShellWord value = equals < 0 ? words.get(at++) : word.rest(equals + 1);
      if (name.equals("-t") || name.equals("--tag")) {
        tags.add(value);
      } else if (name.equals("-f") || name.equals("--file")) {
        file = Optional.of(value);
      }
    }

    /** Whether a shell may make several words of it: {@code "$@"}. */
    private static boolean isList(ShellWord word) {
      String text = word.slice().text();
      return text.contains("@") || text.contains("[*]") || text.contains("$*");
    }

    private static boolean isPath(ShellWord word) {
      char first = word.text().charAt(0);
      return first == '.' || first == '/' || word.text().indexOf('/') > 0;
    }
  }
}
