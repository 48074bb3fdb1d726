package dev.plimsoll.rules.compose.build;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command that a service gives its containers, where it does no work. */
final class IdleCommand {

  /** They end at once. */
  private static final Set<String> ENDING =
      Set.of("true", ":", "exit", "echo", "printf", "false", "hello");

  /** They do nothing for as long as somebody wants. */
  private static final Set<String> WAITING = Set.of("sleep", "tail", "cat");

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "exec");

  private IdleCommand() {}

  /** Whether a service names no command at all. */
  static boolean isAbsent(ComposeService service) {
    return words(service).isEmpty();
  }

  /** Whether it names one that ends at once. */
  static boolean ends(ComposeService service) {
    return isOf(words(service), false);
  }

  /** Whether it names one that ends at once, or waits for nothing. */
  static boolean idles(ComposeService service) {
    return isOf(words(service), true);
  }

  /** Whether it has no other purpose than to end: it prints nothing. */
  static boolean isSilent(ComposeService service) {
    List<String> words = words(service);
    for (String word : words) {
      String name = name(word);
      if (name.equals("echo") || name.equals("printf") || name.equals("hello")) {
        return false;
      }
    }
    return isOf(words, false);
  }

  private static boolean isOf(List<String> words, boolean mayWait) {
    boolean begins = true; // a command, after a separator or the options of a shell
    boolean found = false;
    for (String word : words) {
      String name = name(word);
      if (begins && !SHELLS.contains(name) && !word.startsWith("-")) {
        if (!ENDING.contains(name) && !(mayWait && WAITING.contains(name))) {
          return false;
        }
        found = true;
        begins = false;
      }
      if (word.endsWith(";") || word.equals("&&") || word.equals("||")) {
        begins = true;
      } else if (word.indexOf('|') >= 0 || word.indexOf('>') >= 0 || word.contains("$(")) {
        return false;
      }
    }
    return found;
  }

  private static String name(String word) {
    String bare = word.endsWith(";") ? word.substring(0, word.length() - 1) : word;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  /** Those of the entrypoint before those of the command; the texts of shells are cut, too. */
  private static List<String> words(ComposeService service) {
    List<String> words = new ArrayList<>();
    add(service.find("entrypoint"), words);
    add(service.find("command"), words);
    return words;
  }

  private static void add(Optional<ComposeNode> node, List<String> words) {
    if (node.isPresent() && node.get() instanceof Items items) {
      for (ComposeNode item : items.items()) {
        add(Optional.of(item), words);
      }
    } else if (node.isPresent() && node.get() instanceof Scalar scalar) {
      for (String word : scalar.text().replaceAll("[\"'\\n]", " ").split(" ", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
  }
}
