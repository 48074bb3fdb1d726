package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the commands that start Compose with files they name, in whatever text holds commands:
 * scripts, recipes, units, workflows, {@code package.json}. What a Makefile or script assigns once
 * is put in its place; a command in which another variable may bring more files is passed over.
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
  private String text;

  /** The line that a text is made of, where it is not the file's own. */
  private Optional<Slice> line = Optional.empty();

  private final List<StartCommand> commands = new ArrayList<>();
  private Optional<List<String>> folders = Optional.empty();
  private List<String> files = List.of();
  private Optional<String> projectFolder = Optional.empty();
  private List<String> envFiles = List.of();

  private StartCommandReader(SourceText source) {
    this.source = source;
    this.text = source.content();
  }

  static List<StartCommand> read(SourceText source) {
    StartCommandReader reader = new StartCommandReader(source);
    reader.programs();
    if (reader.text.contains("compose") && reader.text.indexOf('$') >= 0) {
      reader.withVariables();
    }
    return reader.commands;
  }

  private void programs() {
    for (String program : PROGRAMS) {
      int at = text.indexOf(program);
      while (at >= 0) {
        command(at, at + program.length());
        at = text.indexOf(program, at + 1);
      }
    }
  }

  /** The lines in which variables stand, once these are known; not those that said it all. */
  private void withVariables() {
    String name = source.name().substring(source.name().lastIndexOf('/') + 1);
    boolean isMake = name.toLowerCase(Locale.ROOT).contains("makefile") || name.endsWith(".mk");
    String whole = source.content();
    AssignedTexts variables = new AssignedTexts(whole, isMake);
    List<StartCommand> plain = List.copyOf(commands);
    for (int at = 0; at < whole.length(); at = AssignedTexts.endOfLine(whole, at) + 1) {
      int end = AssignedTexts.endOfLine(whole, at);
      String written = whole.substring(at, end);
      text = variables.expand(written);
      if (!text.equals(written) && !isWithin(plain, at, end)) {
        int start = at + written.length() - written.stripLeading().length();
        line = Optional.of(source.slice(new Span(start, end)));
        programs();
      }
    }
  }

  private static boolean isWithin(List<StartCommand> commands, int start, int end) {
    for (StartCommand each : commands) {
      int at = each.place().place().span().start();
      if (at >= start && at < end) {
        return true;
      }
    }
    return false;
  }

  private void command(int start, int end) {
    if (end == text.length() || !isBlank(text.charAt(end)) || !isProgram(start)) {
      return;
    }
    CommandWords words = new CommandWords(text, end);
    files = new ArrayList<>();
    projectFolder = Optional.empty();
    envFiles = new ArrayList<>();
    int last = options(words);
    if (last > 0
        && !files.isEmpty()
        && !words.lastIsVariable()
        && areClear()
        && folders().size() <= MOST_FOLDERS) {
      Slice place = line.isPresent() ? line.get() : source.slice(new Span(start, last));
      add(new StartCommand(files, projectFolder, envFiles, folders(), place));
    }
  }

  /** Of those that come from variables, the first of each kind is evidence enough. */
  private void add(StartCommand command) {
    for (StartCommand each : commands) {
      if (line.isPresent()
          && each.files().equals(command.files())
          && each.projectFolder().equals(command.projectFolder())
          && each.envFiles().equals(command.envFiles())) {
        return;
      }
    }
    commands.add(command);
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
      case "--env-file" -> envFiles.add(value);
      default -> {
        return VALUED.contains(option);
      }
    }
    return true;
  }

  /** Whether a command begins there, and its line is no comment. */
  private boolean isProgram(int start) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    int first = text.lastIndexOf('\n', start) + 1;
    while (first < start && isBlank(text.charAt(first))) {
      first++;
    }
    return text.charAt(first) != '#'
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
    String whole = source.content();
    for (String word : new String[] {"cd ", "pushd ", "working-directory: "}) {
      int at = whole.indexOf(word);
      while (at >= 0 && found.size() <= MOST_FOLDERS) {
        boolean begins = at == 0 || !Character.isLetterOrDigit(whole.charAt(at - 1));
        Optional<String> folder = new CommandWords(whole, at + word.length()).next();
        if (begins && folder.isPresent() && isClear(folder.get())) {
          found.add(here(folder.get()));
        }
        at = whole.indexOf(word, at + 1);
      }
    }
    return new ArrayList<>(found);
  }
}
