package dev.plimsoll.model.compose;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.command.Shells;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The texts of a service that a shell in its container reads: behind {@code sh -c}, in a health
 * check.
 */
public final class ServiceScripts {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "ksh", "zsh");

  private ServiceScripts() {}

  /** Those of one service. */
  public static List<Scalar> of(ComposeService service) {
    List<Scalar> scripts = new ArrayList<>();
    boolean shell = program(service.find("entrypoint"), scripts, false);
    program(service.find("command"), scripts, shell);
    Optional<ComposeNode> test = service.find("healthcheck", "test");
    if (test.isPresent() && test.get() instanceof Scalar text) {
      scripts.add(text);
    } else if (test.isPresent() && test.get() instanceof Items items && !items.items().isEmpty()) {
      boolean isScript =
          items.items().get(0) instanceof Scalar first && first.text().equals("CMD-SHELL");
      words(items.items().subList(1, items.items().size()), scripts, isScript);
    }
    return scripts;
  }

  /**
   * Adds the scripts of a command.
   *
   * @param isScript whether a shell waits for it
   * @return whether it is a shell that waits for its script
   */
  private static boolean program(
      Optional<ComposeNode> command, List<Scalar> scripts, boolean isScript) {
    if (command.isEmpty()) {
      return false;
    }
    if (command.get() instanceof Items items) {
      return words(items.items(), scripts, isScript);
    }
    if (command.get() instanceof Scalar text) {
      List<String> words = List.of(text.text().strip().split("\\s+", -1));
      boolean isShell = SHELLS.contains(base(words.get(0)));
      int option = isShell ? option(words) : 0;
      boolean waits = option > 0 && option == words.size() - 1;
      if (isScript || (option > 0 && !waits)) {
        scripts.add(text);
      }
      return waits;
    }
    return false;
  }

  private static boolean words(List<ComposeNode> items, List<Scalar> scripts, boolean isScript) {
    List<String> words = new ArrayList<>();
    for (ComposeNode item : items) {
      words.add(item instanceof Scalar scalar ? scalar.text() : "");
    }
    boolean isShell = !words.isEmpty() && SHELLS.contains(base(words.get(0)));
    int from = isScript ? 0 : isShell && option(words) > 0 ? option(words) + 1 : words.size();
    if (from < items.size() && items.get(from) instanceof Scalar script) {
      scripts.add(script);
    }
    return isShell && !isScript && from == words.size() && option(words) > 0;
  }

  /** Where the option stands behind which a shell takes its script; 0 where there is none. */
  private static int option(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      boolean option = word.startsWith("-") && !word.startsWith("--");
      if (option && word.indexOf('c') > 0) {
        return i;
      }
      if (!word.startsWith("-") && !words.get(i - 1).equals("-o")) {
        return 0;
      }
    }
    return 0;
  }

  private static String base(String program) {
    return program.substring(program.lastIndexOf('/') + 1);
  }

  /** What a script sets itself. */
  public static final class Reading {

    private final Set<String> names = new HashSet<>();
    private final String text;

    private Reading(Script script) {
      this.text = script.slice().text();
      for (Assignment assignment : script.assignments()) {
        String name = assignment.name().text();
        if (!assignment.value().text().contains(name)) {
          names.add(name);
        }
      }
      for (Command command : script.commands()) {
        if (command.name().text().equals("read")) {
          for (ShellWord argument : command.arguments()) {
            names.add(argument.text());
          }
        }
      }
    }

    /** Whether it gives a variable a value, not one made of the variable itself. */
    public boolean sets(String name) {
      return names.contains(name) || isOfLoop(name);
    }

    private boolean isOfLoop(String name) {
      String start = "for " + name;
      for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
        int end = at + start.length();
        if (end < text.length() && " \n\t;".indexOf(text.charAt(end)) >= 0) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Reads a script.
   *
   * @param text as it is written, variables not replaced
   */
  public static Reading read(Slice text) {
    Script script =
        new ScriptReader().read(Anchor.FILE, text, Dialect.BASH, new Shells(Dialect.BASH));
    return new Reading(script);
  }
}
