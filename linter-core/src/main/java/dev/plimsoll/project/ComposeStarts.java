package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.WorkspacePaths;
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
   * @param envFiles those that its commands name, in their order; one list where they agree
   */
  record Told(
      List<String> files,
      String folder,
      Set<List<String>> envFiles,
      Set<ComposeRole> roles,
      List<Slice> evidence) {}

  private final ComposeStore store;
  private final Inquiry inquiry;
  private final DotEnvFiles dotEnvs;
  private final Map<List<Object>, Told> told = new LinkedHashMap<>();

  ComposeStarts(ComposeStore store, Inquiry inquiry) {
    this.store = store;
    this.inquiry = inquiry;
    this.dotEnvs = new DotEnvFiles(store, inquiry);
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
    for (StartedFiles started : store.commands().starting(name)) {
      inquiry.reached(started.command().script());
      command(started, name);
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
    Optional<List<String>> named = store.commands().named(folder, entry.get(), file.get());
    if (named.isPresent()) {
      String project = WorkspacePaths.parent(named.get().get(0));
      add(named.get(), project, List.of(), ComposeRole.UNKNOWN, entry.get().key(), name);
    }
  }

  private void command(StartedFiles started, String name) {
    StartCommand command = started.command();
    Optional<String> folder = started.folder();
    if (folder.isPresent()) {
      List<String> envFiles = new ArrayList<>();
      for (String path : command.envFiles()) {
        envFiles.add(WorkspacePaths.resolve(started.from(), path).orElse(""));
      }
      ComposeRole role = role(command.script());
      add(started.files(), folder.get(), envFiles, role, command.place(), name);
    }
  }

  private void add(
      List<String> files,
      String folder,
      List<String> envFiles,
      ComposeRole role,
      Slice evidence,
      String name) {
    if (!files.contains(name)) {
      return;
    }
    List<Object> key = List.of(folder, files);
    Told known = told.get(key);
    if (known == null) {
      known =
          new Told(files, folder, new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
      told.put(key, known);
    }
    known.envFiles().add(envFiles);
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
