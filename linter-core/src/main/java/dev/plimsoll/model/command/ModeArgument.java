package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mode that a command gives to files: the first operand of chmod, {@code -m} of mkdir and
 * install.
 *
 * @param mode as written, without an option's name or quotes before it
 * @param paths the operands that get it
 */
public record ModeArgument(Slice mode, List<ShellWord> paths) {

  public ModeArgument {
    paths = List.copyOf(paths);
  }

  /** The mode of a command, or none: another command, no mode, or one that only runs will tell. */
  public static Optional<ModeArgument> of(Command command) {
    if (command.isNamed("chmod")) {
      return chmod(command);
    }
    return command.isNamed("mkdir") || command.isNamed("install")
        ? modeOption(command)
        : Optional.empty();
  }

  private static Optional<ModeArgument> chmod(Command command) {
    List<ShellWord> operands = new ArrayList<>();
    for (ShellWord word : command.arguments()) {
      // A mode may begin with a minus sign (-w), which no option of chmod is spelled like.
      boolean option = word.text().startsWith("-") && FileMode.parse(word.text()).isEmpty();
      if (!option) {
        operands.add(word);
      }
    }
    return operands.size() < 2 || !operands.get(0).isLiteral()
        ? Optional.empty()
        : Optional.of(
            new ModeArgument(unquoted(operands.get(0)), operands.subList(1, operands.size())));
  }

  private static Optional<ModeArgument> modeOption(Command command) {
    List<ShellWord> paths = new ArrayList<>();
    Optional<Slice> mode = Optional.empty();
    List<ShellWord> words = command.arguments();
    for (int i = 0; i < words.size(); i++) {
      ShellWord word = words.get(i);
      String text = word.text();
      if (text.equals("-m") || text.equals("--mode")) {
        i++;
        mode = i < words.size() ? Optional.of(unquoted(words.get(i))) : mode;
      } else if (text.startsWith("--mode=")) {
        mode = Optional.of(word.slice().part("--mode=".length(), word.slice().text().length()));
      } else if (text.startsWith("-m") && text.length() > 2) {
        mode = Optional.of(word.slice().part(2, word.slice().text().length()));
      } else if (!text.startsWith("-")) {
        paths.add(word);
      }
    }
    return mode.isEmpty() ? Optional.empty() : Optional.of(new ModeArgument(mode.get(), paths));
  }

  /** The slice between quotes where the whole word stands in them. */
  private static Slice unquoted(ShellWord word) {
    String raw = word.slice().text();
    int last = raw.length() - 1;
    boolean quoted =
        last > 0
            && (raw.charAt(0) == '"' || raw.charAt(0) == '\'')
            && raw.charAt(last) == raw.charAt(0);
    return quoted ? word.slice().part(1, last) : word.slice();
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

  private static boolean liesWithin(String path, List<String> allowed) {
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
