package dev.plimsoll.project;

import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The commands that start Compose with files they name, of one state of the files. Each folder is
 * looked at once, and only for the few kinds of files that hold such commands.
 */
final class StartCommands {

  private static final int MOST_FILES = 200;
  private static final int LONGEST = 256 * 1024;

  /** Folders beside a Compose file, or beside one that is above it, in which scripts lie. */
  private static final List<String> PLACES =
      List.of(
          "scripts",
          "script",
          "bin",
          "deploy",
          "deployment",
          "systemd",
          "ci",
          ".ci",
          "hack",
          ".github/workflows");

  /** What stands before the name of a file of variables. */
  private static final List<String> TAKING =
      List.of("EnvironmentFile=", "--env-file", "export $(", "&& source ", "; source ", "dotenv ");

  /** The same at the beginning of a line. */
  private static final List<String> TAKING_FIRST =
      List.of("source ", ". ", "include ", "-include ");

  private final Workspace workspace;
  private final Map<String, List<StartCommand>> folders = new HashMap<>();

  StartCommands(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Those in a folder, in those above it, and where scripts lie beside them; nearest first. */
  synchronized List<StartCommand> near(String folder) {
    List<StartCommand> commands = new ArrayList<>();
    String at = folder;
    while (true) {
      commands.addAll(in(at));
      for (String place : PLACES) {
        commands.addAll(in(at.isEmpty() ? place : at + "/" + place));
      }
      if (at.isEmpty()) {
        return commands;
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
  }

  private List<StartCommand> in(String folder) {
    List<StartCommand> known = folders.get(folder);
    if (known == null) {
      known = read(folder);
      folders.put(folder, known);
    }
    return known;
  }

  private List<StartCommand> read(String folder) {
    List<StartCommand> commands = new ArrayList<>();
    for (String name : scripts(folder)) {
      Optional<SourceText> text = text(name);
      if (text.isPresent()) {
        commands.addAll(StartCommandReader.read(text.get()));
      }
    }
    return commands;
  }

  /** The names of files in a folder that hold commands. */
  private List<String> scripts(String folder) {
    if (workspace.kind(folder) != Workspace.Kind.DIRECTORY) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try {
      for (String entry : workspace.list(folder)) {
        String name = WorkspacePaths.below(folder, entry);
        if (names.size() < MOST_FILES && holdsCommands(name, entry)) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      return List.of(); // a folder that cannot be listed says nothing
    }
    return names;
  }

  private Optional<SourceText> text(String name) {
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return Optional.empty();
    }
    try {
      SourceFile file = workspace.read(name);
      return file.firstNul() < 0 ? Optional.of(file.text()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // evidence that cannot be read is none
    }
  }

  /**
   * Whether a script near a folder, or the list of submodules, names a file, so that it may bring
   * it.
   *
   * @param base its last segment
   */
  boolean mention(String folder, String base) {
    for (String name : scriptsNear(folder)) {
      if (mentionsIn(name, base)) {
        return true;
      }
    }
    Optional<SourceText> modules = text(".gitmodules");
    return modules.isPresent() && modules.get().content().contains(base);
  }

  private boolean mentionsIn(String script, String word) {
    Optional<SourceText> text = text(script);
    return text.isPresent() && hasWord(text.get().content(), word);
  }

  /**
   * Whether a script near a folder names a variable, or starts Compose and takes its variables from
   * another file than {@code .env}: it may set any.
   */
  boolean maySet(String folder, String variable) {
    for (String name : scriptsNear(folder)) {
      Optional<SourceText> text = text(name);
      if (text.isPresent()
          && (hasWord(text.get().content(), variable) || takesOthers(text.get().content()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesOthers(String text) {
    if (!text.contains("docker compose") && !text.contains("docker-compose")) {
      return false;
    }
    for (String line : Cells.split(text, '\n')) {
      if (takesFile(line) && !hasWord(line, ".env")) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesFile(String line) {
    String command = line.stripLeading();
    for (String word : TAKING_FIRST) {
      if (command.startsWith(word)) {
        return true;
      }
    }
    for (String word : TAKING) {
      if (command.contains(word) && command.charAt(0) != '#') {
        return true;
      }
    }
    return false;
  }

  /** The names of the files that hold commands in a folder, in those above it, and beside them. */
  private List<String> scriptsNear(String folder) {
    List<String> names = new ArrayList<>();
    String at = folder;
    while (true) {
      names.addAll(scripts(at));
      for (String place : PLACES) {
        names.addAll(scripts(WorkspacePaths.below(at, place)));
      }
      if (at.isEmpty()) {
        return names;
      }
      at = WorkspacePaths.parent(at);
    }
  }

  private static boolean hasWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !isOfWord(text.charAt(at - 1));
      if (begins && (end == text.length() || !isOfWord(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private static boolean holdsCommands(String name, String entry) {
    Optional<Language> language = FileKind.of(name).language();
    if (language.isPresent() && language.get() == Language.SHELL) {
      return true;
    }
    return switch (entry.toLowerCase(Locale.ROOT)) {
      case "package.json",
          "justfile",
          "taskfile.yml",
          "taskfile.yaml",
          "deploy",
          "start",
          "stop",
          "run",
          "up",
          "down",
          "build",
          "release",
          "install",
          "setup",
          "bootstrap",
          "update",
          "test" ->
          true;
      default -> false;
    };
  }
}
