package dev.plimsoll.project;

import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The commands that start Compose with files they name, of one state of the files. Each folder is
 * looked at once, and only for the few kinds of files that hold such commands.
 */
final class StartCommands {

  private static final int MOST_FILES = 200;
  private static final int LONGEST = 256 * 1024;
  private static final int MOST_KEPT = 16 << 20;

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

  /** The scripts of a folder, and all words in them. */
  private record Texts(List<String> texts, Set<String> words) {}

  private final Workspace workspace;
  private final Map<String, Map<String, List<StartedFiles>>> folders = new HashMap<>();
  private final Map<Slice, Optional<List<String>>> variables = new HashMap<>();
  private final Map<String, Texts> texts = new HashMap<>();
  private int characters;

  StartCommands(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Those that start a file, which stand in its folder, in those above it, or where scripts lie
   * beside them; nearest first.
   */
  synchronized List<StartedFiles> starting(String name) {
    List<StartedFiles> commands = new ArrayList<>();
    String at = WorkspacePaths.parent(name);
    while (true) {
      commands.addAll(in(at).getOrDefault(name, List.of()));
      for (String place : PLACES) {
        commands.addAll(in(WorkspacePaths.below(at, place)).getOrDefault(name, List.of()));
      }
      if (at.isEmpty()) {
        return commands;
      }
      at = WorkspacePaths.parent(at);
    }
  }

  /** Those of a folder's scripts, by the files they start. */
  private Map<String, List<StartedFiles>> in(String folder) {
    Map<String, List<StartedFiles>> known = folders.get(folder);
    if (known == null) {
      known = read(folder);
      folders.put(folder, known);
    }
    return known;
  }

  private Map<String, List<StartedFiles>> read(String folder) {
    Map<String, List<StartedFiles>> commands = new HashMap<>();
    for (String name : scripts(folder)) {
      Optional<SourceText> text = text(name);
      if (text.isPresent()) {
        for (StartCommand command : StartCommandReader.read(text.get())) {
          Optional<StartedFiles> started = StartedFiles.of(command, workspace);
          if (started.isPresent()) {
            add(started.get(), commands);
          }
        }
      }
    }
    return commands;
  }

  /** The scripts in a folder, in those above it, and where scripts lie beside these. */
  synchronized List<SourceText> scriptsNear(String folder) {
    List<SourceText> found = new ArrayList<>();
    for (String each : foldersNear(folder)) {
      for (String name : scripts(each)) {
        Optional<SourceText> text = text(name);
        if (text.isPresent()) {
          found.add(text.get());
        }
      }
    }
    return found;
  }

  /** Those of one script. */
  synchronized List<StartedFiles> in(SourceText script) {
    List<StartedFiles> commands = new ArrayList<>();
    for (StartCommand command : StartCommandReader.read(script)) {
      Optional<StartedFiles> started = StartedFiles.of(command, workspace);
      if (started.isPresent()) {
        commands.add(started.get());
      }
    }
    return commands;
  }

  private static void add(StartedFiles started, Map<String, List<StartedFiles>> commands) {
    for (String file : new LinkedHashSet<>(started.files())) {
      List<StartedFiles> known = commands.get(file);
      if (known == null) {
        known = new ArrayList<>();
        commands.put(file, known);
      }
      known.add(started);
    }
  }

  /** The files that {@code COMPOSE_FILE} names, as far as all of them are there. */
  synchronized Optional<List<String>> named(
      String folder, DotEnvFile.Entry entry, DotEnvFile file) {
    Optional<List<String>> known = variables.get(entry.key());
    if (known == null) {
      known = Optional.empty();
      Optional<DotEnvFile.Entry> separator = file.find("COMPOSE_PATH_SEPARATOR");
      String given = separator.isEmpty() ? "" : separator.get().text().orElse("");
      for (String each : given.isEmpty() ? List.of(":", ";") : List.of(given)) {
        if (known.isEmpty()) {
          List<String> paths = split(entry.text().orElse(""), each);
          known = StartedFiles.existing(folder, paths, workspace);
        }
      }
      variables.put(entry.key(), known);
    }
    return known;
  }

  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
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
  synchronized boolean mention(String folder, String base) {
    for (String each : foldersNear(folder)) {
      if (mentionsIn(each, base)) {
        return true;
      }
    }
    Optional<SourceText> modules = text(".gitmodules");
    return modules.isPresent() && modules.get().content().contains(base);
  }

  private Texts textsIn(String folder) {
    Texts known = texts.get(folder);
    if (known == null) {
      known = texts(folder);
      texts.put(folder, known);
    }
    return known;
  }

  private boolean mentionsIn(String folder, String base) {
    Texts known = textsIn(folder);
    if (characters > MOST_KEPT) {
      return true; // too much to look through: one of them may
    }
    if (!known.words().containsAll(TextWords.of(base))) {
      return false;
    }
    for (String text : known.texts()) {
      if (TextWords.has(text, base)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a script near a folder names a variable, or starts Compose and takes its variables from
   * another file than {@code .env}: it may set any.
   */
  synchronized boolean maySet(String folder, String variable) {
    for (String each : foldersNear(folder)) {
      if (mentionsIn(each, variable)) {
        return true;
      }
      for (String text : textsIn(each).texts()) {
        if (takesOthers(text)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a script near a folder builds with a context of that name. */
  synchronized boolean bringsContext(String folder, String name) {
    for (String each : foldersNear(folder)) {
      for (String text : textsIn(each).texts()) {
        if ((text.contains("--build-context") || text.contains("build-contexts:"))
            && TextWords.has(text, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a script near a folder gives a variable a random text in base 64. */
  synchronized boolean makesInBase64(String folder, String variable) {
    for (String each : foldersNear(folder)) {
      Texts known = textsIn(each);
      if (known.words().contains(variable)) {
        for (String text : known.texts()) {
          if (GeneratedSecrets.isBase64(text, variable)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether one of some words stands in a script near a folder. */
  synchronized boolean haveOneOf(String folder, List<String> words) {
    for (String each : foldersNear(folder)) {
      if (!Collections.disjoint(textsIn(each).words(), words)) {
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
      if (takesFile(line) && !TextWords.has(line, ".env")) {
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

  /** A folder, those above it, and those beside each in which scripts lie. */
  private static List<String> foldersNear(String folder) {
    List<String> folders = new ArrayList<>();
    String at = folder;
    while (true) {
      folders.add(at);
      for (String place : PLACES) {
        folders.add(WorkspacePaths.below(at, place));
      }
      if (at.isEmpty()) {
        return folders;
      }
      at = WorkspacePaths.parent(at);
    }
  }

  private Texts texts(String folder) {
    Texts read = new Texts(new ArrayList<>(), new HashSet<>());
    for (String name : scripts(folder)) {
      Optional<SourceText> text = characters > MOST_KEPT ? Optional.empty() : text(name);
      if (text.isPresent()) {
        read.texts().add(text.get().content());
        read.words().addAll(TextWords.of(text.get().content()));
        characters += text.get().content().length();
      }
    }
    return read;
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
