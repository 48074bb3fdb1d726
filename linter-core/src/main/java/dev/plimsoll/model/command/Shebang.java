package dev.plimsoll.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The first line of a script that names what runs it: {@code #!/bin/bash -e}.
 *
 * @param words the program, as written, and its arguments; {@code env} and what it sets are gone;
 *     empty where none is named
 */
public record Shebang(List<String> words) {

  /** What runs the program after it; the second is that of s6-overlay. */
  private static final Set<String> PASSING_ON = Set.of("env", "with-contenv");

  public Shebang {
    words = List.copyOf(words);
  }

  /** The shebang of a script, if it has one. */
  public static Optional<Shebang> of(String script) {
    if (!script.startsWith("#!")) {
      return Optional.empty();
    }
    int end = script.indexOf('\n');
    String line = end < 0 ? script : script.substring(0, end);
    StringTokenizer tokens = new StringTokenizer(line.substring("#!".length()));
    List<String> words = new ArrayList<>();
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    if (!words.isEmpty() && PASSING_ON.contains(baseName(words.get(0)))) {
      int at = 1;
      while (at < words.size() && (words.get(at).startsWith("-") || words.get(at).contains("="))) {
        at++;
      }
      words = words.subList(at, words.size());
    }
    return Optional.of(new Shebang(words));
  }

  /** The program without its path; empty where none is named. */
  public String program() {
    return words.isEmpty() ? "" : baseName(words.get(0));
  }

  private static String baseName(String word) {
    return word.substring(word.lastIndexOf('/') + 1);
  }
}
