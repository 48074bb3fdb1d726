package dev.plimsoll.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule's page, as far as it is a test: its fenced samples.
 *
 * <p>A fence reads {@code ```dockerfile bad file=api/Dockerfile}. Fences with {@code file=} under
 * one heading form one workspace; a fence without is a workspace of its own, a Dockerfile or, for
 * {@code shell}, {@code makefile} and {@code systemd}, one of those. A {@code fixed} sample belongs
 * to the {@code bad} one before it and lists the files that differ afterwards.
 */
public record Page(String ruleId, List<Case> cases) {

  public Page {
    cases = List.copyOf(cases);
  }

  /** What a sample shows. */
  public enum Kind {
    BAD,
    FIXED,
    GOOD
  }

  /**
   * One sample.
   *
   * @param line 1-based, of its first fence
   * @param files as they stand in the page, expectation lines included
   */
  public record Case(Kind kind, int line, SortedMap<String, String> files) {}

  /** Reads a page; what is malformed about it is an {@link AssertionError} that names the line. */
  public static Page parse(String ruleId, String markdown) {
    return new Reader(ruleId, markdown.lines().toList()).read();
  }

  private static final class Reader {
    private final String ruleId;
    private final List<String> lines;
    private final List<Case> cases = new ArrayList<>();
    private boolean joins; // whether a fence with file= goes into the last case
    private int at;

    Reader(String ruleId, List<String> lines) {
      this.ruleId = ruleId;
      this.lines = lines;
    }

    Page read() {
      while (at < lines.size()) {
        String line = lines.get(at);
        if (line.startsWith("#")) {
          joins = false;
        } else if (line.startsWith("```")) {
          fence(line.substring(3).strip());
        }
        at++;
      }
      return new Page(ruleId, cases);
    }

    private void fence(String info) {
      int start = at + 1;
      at = start;
      while (at < lines.size() && !lines.get(at).equals("```")) {
        at++;
      }
      if (at == lines.size()) {
        throw new AssertionError(ruleId + ".md:" + start + ": the fence is never closed");
      }
      String[] words = info.split(" +", -1);
      Optional<Kind> kind = words.length < 2 ? Optional.empty() : kind(words[1]);
      if (kind.isEmpty()) {
        return; // not a sample: a message, a command line
      }
      String text = String.join("\n", lines.subList(start, at)) + "\n";
      add(kind.get(), start, words, text);
    }

    private static Optional<Kind> kind(String word) {
      return switch (word) {
        case "bad" -> Optional.of(Kind.BAD);
        case "fixed" -> Optional.of(Kind.FIXED);
        case "good" -> Optional.of(Kind.GOOD);
        default -> Optional.empty();
      };
    }

    private static String fileName(String[] words) {
      for (String word : words) {
        if (word.startsWith("file=")) {
          return word.substring(5);
        }
      }
      return "";
    }

    /** What a sample without {@code file=} is called, so that its name tells its language. */
    private static String defaultName(String language) {
      return switch (language) {
        case "shell" -> "script.sh";
        case "makefile" -> "Makefile";
        case "systemd" -> "app.service";
        default -> "Dockerfile";
      };
    }

    private void add(Kind kind, int line, String[] words, String text) {
      String file = fileName(words);
      boolean named = !file.isEmpty();
      boolean same = !cases.isEmpty() && cases.get(cases.size() - 1).kind() == kind;
      if (!(named && joins && same)) {
        cases.add(new Case(kind, line, new TreeMap<>()));
      }
      cases.get(cases.size() - 1).files().put(named ? file : defaultName(words[0]), text);
      joins = named;
    }
  }
}
