package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the commands that start Compose with files they name, in whatever text holds commands:
 * scripts, recipes, units, workflows, {@code package.json}. One in which a variable may bring more
 * files is passed over.
 */
final class StartCommandReader {

  private static final String[] PROGRAMS = {"docker compose", "docker-compose"};
  private static final String[] HERE = {
    "./", "$PWD/", "${PWD}/", "$(pwd)/", "$(PWD)/", "$(CURDIR)/", "${CURDIR}/", "$$PWD/"
  };
  private static final List<String> VALUED =
      List.of(
          "-p",
          "--project-name",
          "--profile",
          "--ansi",
          "--parallel",
          "--progress",
          "-H",
          "--host",
          "-c",
          "--context",
          "--log-level");
  private static final List<String> FLAGS =
      List.of("--compatibility", "--verbose", "--dry-run", "--all-resources", "--no-ansi", "--tls");

  /** A script that goes to more folders may mean any of them. */
  private static final int MOST_FOLDERS = 32;

  private final SourceText source;
  private final String text;
  private final List<StartCommand> commands = new ArrayList<>();
  private Optional<List<String>> folders = Optional.empty();
  private List<String> files = List.of();
  private Optional<String> projectFolder = Optional.empty();
  private Optional<String> envFile = Optional.empty();

  private StartCommandReader(SourceText source) {
    this.source = source;
    this.text = source.content();
  }

  static List<StartCommand> read(SourceText source) {
    StartCommandReader reader = new StartCommandReader(source);
    for (String program : PROGRAMS) {
      int at = reader.text.indexOf(program);
      while (at >= 0) {
        reader.command(at, at + program.length());
        at = reader.text.indexOf(program, at + 1);
      }
    }
    return reader.commands;
  }

  private void command(int start, int end) {
    if (end == text.length() || !isBlank(text.charAt(end)) || !isProgram(start)) {
      return;
    }
    CommandWords words = new CommandWords(text, end);
    files = new ArrayList<>();
    projectFolder = Optional.empty();
    envFile = Optional.empty();
    int last = options(words);
    if (last > 0
        && !files.isEmpty()
        && !words.lastIsVariable()
        && areClear()
        && folders().size() <= MOST_FOLDERS) {
      Slice place = source.slice(new Span(start, last));
      commands.add(new StartCommand(files, projectFolder, envFile, folders(), place));
    }
  }

  /** Where the options end; 0 where one is not known. */
  private int options(CommandWords words) {
    int last = 1;
    for (Optional<String> word = words.next(); word.isPresent(); word = words.next()) {
      String option = word.get();
      if (!option.startsWith("-")) {
        return last;
      }
      if (!FLAGS.contains(option)) {
        int equals = option.indexOf('=');
        Optional<String> value =
            equals < 0 ? words.next() : Optional.of(option.substring(equals + 1));
        if (value.isEmpty()
            || !take(equals < 0 ? option : option.substring(0, equals), here(value.get()))) {
          return 0;
        }
        last = words.end();
      }
    }
    return last;
  }

  private boolean take(String option, String value) {
    switch (option) {
      case "-f", "--file" -> files.add(value);
      case "--project-directory" -> projectFolder = Optional.of(value);
      case "--env-file" -> envFile = Optional.of(value);
      default -> {
        return VALUED.contains(option);
      }
    }
    return true;
  }

  /** Whether a command begins there, and its line is no comment. */
  private boolean isProgram(int start) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    int line = text.lastIndexOf('\n', start) + 1;
    while (line < start && isBlank(text.charAt(line))) {
      line++;
    }
    return text.charAt(line) != '#'
        && !Character.isLetterOrDigit(before)
        && "-_.$".indexOf(before) < 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private boolean areClear() {
    for (String file : files) {
      if (!isClear(file)) {
        return false;
      }
    }
    return projectFolder.isEmpty() || isClear(projectFolder.get());
  }

  private static boolean isClear(String path) {
    return !path.isEmpty()
        && !path.equals("-")
        && path.indexOf('$') < 0
        && path.indexOf('*') < 0
        && path.indexOf('<') < 0
        && path.indexOf('`') < 0;
  }

  private static String here(String path) {
    for (String start : HERE) {
      if (path.startsWith(start)) {
        return path.substring(start.length());
      }
    }
    return path;
  }

  /** Where the text goes with {@code cd} or a workflow's key. */
  private List<String> folders() {
    List<String> known = folders.isPresent() ? folders.get() : foldersOfText();
    folders = Optional.of(known);
    return known;
  }

  private List<String> foldersOfText() {
    Set<String> found = new LinkedHashSet<>();
    for (String word : new String[] {"cd ", "pushd ", "working-directory: "}) {
      int at = text.indexOf(word);
      while (at >= 0 && found.size() <= MOST_FOLDERS) {
        boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        Optional<String> folder = new CommandWords(text, at + word.length()).next();
        if (begins && folder.isPresent() && isClear(folder.get())) {
          found.add(here(folder.get()));
        }
        at = text.indexOf(word, at + 1);
      }
    }
    return new ArrayList<>(found);
  }
}
