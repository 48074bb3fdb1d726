package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a container surely does to a path when it starts, so that it fails where the path is
 * read-only.
 *
 * @param does how a message names it
 * @param path from the root
 * @param isDeep whether all below the path is meant, too
 */
record StartWrite(Slice word, String does, String path, boolean isDeep) {

  private static final Set<String> OWNERS = Set.of("chown", "chmod", "chgrp");
  private static final Set<String> LAST = Set.of("cp", "mv", "install", "ln");
  private static final Set<String> EACH = Set.of("touch", "tee", "truncate");

  /** Tests after which a command runs only where it can. */
  private static final List<String> TESTS =
      List.of("-w ", "-O ", "-e ", "-f ", "-d ", "-s ", "-z ", "-n ", "case ", "mountpoint");

  /** Those of a script of its own. */
  static List<StartWrite> of(Script script) {
    List<StartWrite> writes = new ArrayList<>();
    for (Command command : script.commands()) {
      List<StartWrite> found = of(command);
      if (!found.isEmpty() && isSure(command, script)) {
        writes.addAll(found);
      }
    }
    return writes;
  }

  /** Those of the commands of a line, which stand one after the other. */
  static List<StartWrite> ofLine(List<Command> commands) {
    List<StartWrite> writes = new ArrayList<>();
    for (Command command : commands) {
      String text = command.slice().source().content();
      Span span = command.slice().span();
      boolean sure = command.host().isEmpty() || !command.host().get().isNamed("find");
      if (sure && !mayBeSkipped(text.substring(0, span.start()), text.substring(span.end()))) {
        writes.addAll(of(command));
      }
    }
    return writes;
  }

  /** Whether it stands at the top, or under nothing but the question who runs it. */
  private static boolean isSure(Command command, Script script) {
    if (command.host().isPresent()) {
      return false;
    }
    Span inner = command.slice().place().span();
    for (Chain chain : script.chains()) {
      Span outer = chain.slice().place().span();
      if (outer.start() <= inner.start() && inner.end() <= outer.end()) {
        String text = chain.slice().text();
        String before = text.substring(0, inner.start() - outer.start());
        String after = text.substring(inner.end() - outer.start());
        if (mayBeSkipped(before, after) || isFunction(before)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isFunction(String before) {
    return before.contains("()") || before.startsWith("function ");
  }

  private static boolean mayBeSkipped(String before, String after) {
    int end = after.indexOf('\n');
    String line = end < 0 ? after : after.substring(0, end);
    if (line.contains("||") || before.contains("||")) {
      return true;
    }
    for (String test : TESTS) {
      if (before.contains(test)) {
        return true;
      }
    }
    return false;
  }

  private static List<StartWrite> of(Command command) {
    List<StartWrite> writes = new ArrayList<>();
    for (Redirection redirection : command.redirections()) {
      if (redirection.operator().text().indexOf('>') >= 0) {
        add(redirection.target(), "a redirection", false, writes);
      }
    }
    String program = command.program();
    if (!command.name().isLiteral()) {
      return writes;
    }
    List<ShellWord> operands = operands(command);
    int size = operands.size();
    if (OWNERS.contains(program) && size > 1) {
      boolean deep = hasFlag(command, 'R', "--recursive");
      for (ShellWord word : operands.subList(1, size)) {
        add(word, program, deep, writes);
      }
    } else if (LAST.contains(program) && size > 1) {
      add(operands.get(size - 1), program, false, writes);
    } else if (EACH.contains(program)) {
      for (ShellWord word : operands) {
        add(word, program, false, writes);
      }
    } else if (program.equals("sed") && hasFlag(command, 'i', "--in-place") && size > 1) {
      add(operands.get(size - 1), "sed -i", false, writes);
    }
    return writes;
  }

  private static boolean hasFlag(Command command, char letter, String name) {
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      boolean letters = text.startsWith("-") && !text.startsWith("--");
      if (text.startsWith(name) || (letters && text.indexOf(letter) > 0)) {
        return true;
      }
    }
    return false;
  }

  private static List<ShellWord> operands(Command command) {
    List<ShellWord> operands = new ArrayList<>();
    for (ShellWord word : command.arguments()) {
      if (!word.text().startsWith("-")) {
        operands.add(word);
      }
    }
    return operands;
  }

  private static void add(ShellWord word, String does, boolean deep, List<StartWrite> writes) {
    String text = word.unquoted().text();
    if (word.isLiteral()
        && text.startsWith("/")
        && text.indexOf('*') < 0
        && !text.contains("/../")
        && !text.startsWith("/dev/")
        && !text.startsWith("/proc/")
        && !text.startsWith("/sys/")) {
      String path =
          text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      writes.add(new StartWrite(word.unquoted(), does, path, deep));
    }
  }

  /** Whether it changes a path, or something below it. */
  boolean isWithin(String folder) {
    return path.equals(folder) || path.startsWith(folder.equals("/") ? "/" : folder + "/");
  }

  /** Whether it changes all of a folder that a path lies in. */
  boolean reaches(String other) {
    return isDeep && other.startsWith(path.equals("/") ? "/" : path + "/");
  }
}
