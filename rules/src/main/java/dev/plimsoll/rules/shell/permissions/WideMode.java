package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.ModeArgument;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command that gives files a mode by which every user may write, without a sticky bit.
 *
 * @param slice the mode as written
 * @param words the operands that get it, those of {@code find} for {@code {}}
 * @param paths the same as paths of the image, where each of them is known; else none
 */
record WideMode(
    Command command,
    ScriptContext script,
    FileMode mode,
    Slice slice,
    List<ShellWord> words,
    List<String> paths) {

  static Optional<WideMode> of(Command command, ScriptContext script) {
    Optional<ModeArgument> argument = ModeArgument.of(command);
    if (argument.isEmpty() || argument.get().namesDockerSocket()) {
      return Optional.empty(); // of the socket shell/docker-socket-world-accessible says more
    }
    Slice slice = argument.get().mode();
    Optional<FileMode> mode = FileMode.parse(slice.text());
    if (mode.isEmpty() || !mode.get().othersMayWrite() || mode.get().isSticky()) {
      return Optional.empty();
    }
    List<ShellWord> words = words(command, argument.get(), script);
    return Optional.of(
        new WideMode(command, script, mode.get(), slice, words, absolute(words, script)));
  }

  private static List<ShellWord> words(
      Command command, ModeArgument argument, ScriptContext script) {
    List<ShellWord> words = argument.paths();
    if (command.isNamed("mknod") && !words.isEmpty()) {
      return words.subList(0, 1); // the kind and numbers of a device follow
    }
    if (command.isNamed("install") && !words.isEmpty() && !makesFolders(command)) {
      return words.subList(words.size() - 1, words.size()); // the sources keep their modes
    }
    if (words.isEmpty()) {
      return fedBy(command, script); // xargs knows the rest
    }
    boolean found = words.size() == 1 && words.get(0).text().equals("{}");
    return found && command.host().isPresent() ? startsOf(command.host().get()) : words;
  }

  private static boolean makesFolders(Command install) {
    return Invocation.of(install).orElseThrow().option("directory").isPresent();
  }

  /** Where the last find before a command begins to look. */
  @SuppressWarnings("ReferenceEquality") // the very command: another may read the same
  private static List<ShellWord> fedBy(Command command, ScriptContext script) {
    List<ShellWord> words = List.of();
    for (Command each : script.script().commands()) {
      if (each == command) {
        return words;
      }
      if (each.isNamed("find")) {
        words = startsOf(each);
      }
    }
    return words;
  }

  private static List<ShellWord> startsOf(Command find) {
    List<ShellWord> starts = new ArrayList<>();
    for (ShellWord word : find.arguments()) {
      String text = word.text();
      if (text.equals("-H") || text.equals("-L") || text.equals("-P")) {
        continue;
      }
      if (text.startsWith("-") || text.equals("(") || text.equals("!")) {
        break;
      }
      starts.add(word);
    }
    return starts;
  }

  private static List<String> absolute(List<ShellWord> words, ScriptContext script) {
    List<String> paths = new ArrayList<>();
    for (ShellWord word : words) {
      String text = word.text();
      boolean rooted = text.startsWith("/");
      if (!word.isLiteral() || (!rooted && changesFolder(script))) {
        return List.of();
      }
      if (rooted) {
        paths.add(text.length() > 1 && text.endsWith("/") ? chop(text) : text);
      } else if (script instanceof Run run
          && run.before().path(new Value.Known(text, word.slice())) instanceof Value.Known path) {
        paths.add(path.text());
      } else {
        return List.of();
      }
    }
    return paths;
  }

  private static String chop(String path) {
    return path.substring(0, path.length() - 1);
  }

  private static boolean changesFolder(ScriptContext script) {
    for (Command each : script.script().commands()) {
      if (each.isNamed("cd") || each.isNamed("pushd")) {
        return true;
      }
    }
    return false;
  }

  /** Whether all that gets the mode is allowed to have it. */
  boolean isWithin(List<String> allowed) {
    if (allowed.isEmpty() || words.isEmpty()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      String path = paths.isEmpty() ? words.get(i).text() : paths.get(i);
      if (!ModeArgument.liesWithin(path, allowed)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing of it is left in the image: devices, mounts, what the script removes again. */
  boolean leavesNothing() {
    if (words.isEmpty()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      String path = paths.isEmpty() ? words.get(i).text() : paths.get(i);
      boolean device = path.startsWith("/dev/") && !path.startsWith("/dev/shm");
      if (!device && !script.isMounted(path) && !isRemoved(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isRemoved(ShellWord path) {
    for (Command each : script.script().commands()) {
      if (each.isNamed("rm")
          && each.slice().source().equals(command.slice().source())
          && each.slice().span().start() > command.slice().span().end()) {
        for (ShellWord word : each.arguments()) {
          if (word.text().equals(path.text())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether it reaches what lies below folders too. */
  boolean isRecursive() {
    Optional<Invocation> invocation = Invocation.of(command);
    return invocation.isPresent() && invocation.get().option("recursive").isPresent();
  }
}
