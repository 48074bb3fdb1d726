package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mode that a command gives to files: the first operand of chmod, {@code -m} of mkdir, install
 * and their kin.
 *
 * @param mode without an option's name or quotes around it
 * @param paths the operands that get it
 */
public record ModeArgument(Slice mode, List<ShellWord> paths) {

  public ModeArgument {
    paths = List.copyOf(paths);
  }

  /** The mode of a command, or none: another command, no mode, or one that only runs will tell. */
  public static Optional<ModeArgument> of(Command command) {
    Optional<Invocation> invocation = Invocation.of(command);
    if (invocation.isEmpty() || invocation.get().program().kind() != Program.Kind.FILE_MODE) {
      return Optional.empty();
    }
    return command.isNamed("chmod") ? chmod(invocation.get()) : modeOption(invocation.get());
  }

  private static Optional<ModeArgument> chmod(Invocation invocation) {
    if (invocation.option("reference").isPresent()) {
      return Optional.empty();
    }
    List<ShellWord> operands = new ArrayList<>();
    for (ShellWord word : invocation.command().arguments()) {
      // A mode may begin with a minus sign (-w), which no option of chmod is spelled like.
      boolean option = word.text().startsWith("-") && FileMode.parse(word.text()).isEmpty();
      if (!option) {
        operands.add(word);
      }
    }
    boolean takesMore = isFed(invocation.command());
    return operands.size() < (takesMore ? 1 : 2) || !operands.get(0).isLiteral()
        ? Optional.empty()
        : Optional.of(
            new ModeArgument(operands.get(0).unquoted(), operands.subList(1, operands.size())));
  }

  /** Whether xargs hands it its last operands. */
  private static boolean isFed(Command command) {
    for (Wrapper wrapper : command.wrappers()) {
      if (wrapper.name().text().endsWith("xargs")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<ModeArgument> modeOption(Invocation invocation) {
    Optional<Option> mode = invocation.option("mode");
    return mode.isEmpty() || mode.get().value().isEmpty()
        ? Optional.empty()
        : Optional.of(new ModeArgument(mode.get().value().get(), invocation.operands()));
  }

  /** Whether one of the paths is the socket through which Docker takes orders. */
  public boolean namesDockerSocket() {
    for (ShellWord path : paths) {
      String text = path.text();
      if (text.equals("/var/run/docker.sock") || text.equals("/run/docker.sock")) {
        return true;
      }
    }
    return false;
  }

  /** Whether each path is one of {@code allowed}, or lies below one that ends in {@code /**}. */
  public boolean liesWithin(List<String> allowed) {
    if (allowed.isEmpty() || paths.isEmpty()) {
      return false;
    }
    for (ShellWord path : paths) {
      if (!liesWithin(path.text(), allowed)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a path is one of {@code allowed}, or lies below one that ends in {@code /**}. */
  public static boolean liesWithin(String path, List<String> allowed) {
    for (String pattern : allowed) {
      String folder = pattern.endsWith("/**") ? pattern.substring(0, pattern.length() - 3) : "";
      boolean below = !folder.isEmpty() && path.startsWith(folder + "/");
      if (path.equals(pattern) || below) {
        return true;
      }
    }
    return false;
  }
}
