package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What says in which sets a Compose file is started: {@code COMPOSE_FILE} in an {@code .env}, and
 * commands. Each rests on files that are there; where a command may mean files of two folders, it
 * says nothing.
 */
final class ComposeStarts {

  /**
   * Files that are started together.
   *
   * @param envFiles those of its commands; one at most where they agree
   */
  record Told(
      List<String> files,
      String folder,
      Set<Optional<String>> envFiles,
      Set<ComposeRole> roles,
      List<Slice> evidence) {}

  private final Workspace workspace;
  private final Inquiry inquiry;
  private final StartCommands commands;
  private final DotEnvFiles dotEnvs;
  private final Map<String, Told> told = new LinkedHashMap<>();

  ComposeStarts(Workspace workspace, Inquiry inquiry, StartCommands commands, DotEnvFiles dotEnvs) {
    this.workspace = workspace;
    this.inquiry = inquiry;
    this.commands = commands;
    this.dotEnvs = dotEnvs;
  }

  /** The sets that a file is said to be in; the nearest evidence first. */
  List<Told> of(String name) {
    String folder = WorkspacePaths.parent(name);
    String at = folder;
    while (true) {
      variable(at, name);
      if (at.isEmpty()) {
        break;
      }
      at = WorkspacePaths.parent(at);
    }
    for (StartCommand command : commands.near(folder)) {
      inquiry.reached(command.script());
      Optional<String> from = startedIn(command);
      if (from.isPresent()) {
        command(command, from.get(), name);
      }
    }
    return new ArrayList<>(told.values());
  }

  private void variable(String folder, String name) {
    Optional<DotEnvFile> file = dotEnvs.read(WorkspacePaths.below(folder, ".env"));
    if (file.isEmpty()) {
      return;
    }
    Optional<DotEnvFile.Entry> entry = file.get().find("COMPOSE_FILE");
    if (entry.isEmpty()) {
      return;
    }
    Optional<DotEnvFile.Entry> separator = file.get().find("COMPOSE_PATH_SEPARATOR");
    String given = separator.isEmpty() ? "" : separator.get().text().orElse("");
    for (String each : given.isEmpty() ? List.of(":", ";") : List.of(given)) {
      List<String> files = split(entry.get().text().orElse(""), each);
      Optional<List<String>> all = existing(folder, files);
      if (all.isPresent()) {
        String project = WorkspacePaths.parent(all.get().get(0));
        add(all.get(), project, Optional.empty(), ComposeRole.UNKNOWN, entry.get().key(), name);
        return;
      }
    }
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

  /**
   * The folder from which its files are there: the script's own, one above it, or one to which it
   * goes.
   *
   * @return nothing where there are several of these
   */
  private Optional<String> startedIn(StartCommand command) {
    Set<String> found = new LinkedHashSet<>();
    Optional<String> nearest = Optional.empty();
    String at = WorkspacePaths.parent(command.script());
    while (true) {
      for (String each : command.folders()) {
        Optional<String> folder = WorkspacePaths.resolve(at, each);
        if (folder.isPresent() && existing(folder.get(), command.files()).isPresent()) {
          found.add(folder.get());
        }
      }
      if (nearest.isEmpty() && existing(at, command.files()).isPresent()) {
        nearest = Optional.of(at);
        found.add(at);
      }
      if (at.isEmpty()) {
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
      }
      at = WorkspacePaths.parent(at);
    }
  }

  private Optional<List<String>> existing(String folder, List<String> paths) {
    List<String> names = new ArrayList<>();
    for (String path : paths) {
      Optional<String> name = WorkspacePaths.resolve(folder, path);
      if (name.isEmpty() || workspace.kind(name.get()) != Workspace.Kind.FILE) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    return Optional.of(names);
  }

  private void command(StartCommand command, String from, String name) {
    List<String> files = existing(from, command.files()).orElseThrow();
    Optional<String> folder =
        command.projectFolder().isEmpty()
            ? Optional.of(WorkspacePaths.parent(files.get(0)))
            : WorkspacePaths.resolve(from, command.projectFolder().get());
    if (folder.isPresent()) {
      Optional<String> envFile = command.envFile();
      if (envFile.isPresent()) {
        envFile = Optional.of(WorkspacePaths.resolve(from, envFile.get()).orElse(""));
      }
      add(files, folder.get(), envFile, role(command.script()), command.place(), name);
    }
  }

  private void add(
      List<String> files,
      String folder,
      Optional<String> envFile,
      ComposeRole role,
      Slice evidence,
      String name) {
    if (!files.contains(name)) {
      return;
    }
    String key = folder + '\0' + String.join("\0", files);
    Told known = told.get(key);
    if (known == null) {
      known =
          new Told(files, folder, new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
      told.put(key, known);
    }
    known.envFiles().add(envFile);
    if (role != ComposeRole.UNKNOWN) {
      known.roles().add(role);
    }
    known.evidence().add(evidence);
  }

  /** What the file that holds a command says of it: units and deploy scripts start production. */
  private static ComposeRole role(String script) {
    if (FileKind.of(script) == FileKind.UNIT) {
      return ComposeRole.PRODUCTION;
    }
    String base = script.substring(script.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    for (String word : base.split("[^a-z0-9]+", -1)) {
      if (word.equals("deploy") || word.equals("deployment") || word.startsWith("prod")) {
        return ComposeRole.PRODUCTION;
      }
    }
    return ComposeRole.UNKNOWN;
  }
}
