package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeFiles;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ComposeStart;
import dev.plimsoll.model.compose.Environment;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.ComposeStarts.Told;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sets that a Compose file is started in: the default file of its folder with its override, and
 * what variables and commands say. Where nothing of that is about the file, its name tells: it is
 * started by itself or, where it is not complete, over the default file.
 */
final class ComposeSets implements ComposeFiles {

  /** More are not looked at. */
  private static final int MOST_SETS = 32;

  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private final Workspace workspace;
  private final Inquiry inquiry;
  private final StartCommands commands;
  private final DotEnvFiles dotEnvs;
  private final Map<String, Optional<ComposeFile>> files = new HashMap<>();

  ComposeSets(Workspace workspace, Inquiry inquiry, StartCommands commands) {
    this.workspace = workspace;
    this.inquiry = inquiry;
    this.commands = commands;
    this.dotEnvs = new DotEnvFiles(workspace, inquiry);
  }

  /** The sets of a file, of which there is at least one. */
  List<ComposeSet> of(ComposeFile file) {
    String name = file.name();
    files.put(name, Optional.of(file));
    List<String> plain = plain(name.substring(0, name.lastIndexOf('/') + 1));
    List<Told> told =
        new ArrayList<>(new ComposeStarts(workspace, inquiry, commands, dotEnvs).of(name));
    if (plain.contains(name)) {
      told.add(0, told(plain, told));
    }
    boolean isWhole = true;
    if (told.isEmpty()) {
      boolean isComplete = isComplete(file);
      isWhole = isComplete || !plain.isEmpty();
      List<String> guessed = new ArrayList<>(List.of(name));
      if (!isComplete && isWhole) {
        guessed.add(0, plain.get(0));
      }
      told.add(told(guessed, told));
    }
    List<ComposeSet> sets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Told each : told.subList(0, Math.min(told.size(), MOST_SETS))) {
      sets.add(ComposeSet.load(start(each, isWhole, names), this));
    }
    return sets;
  }

  /**
   * The file that Compose takes in the place of one that has a default name, too.
   *
   * @return nothing where it takes this one, or that one brings it in, or a command names it
   */
  Optional<String> preferred(ComposeFile file) {
    String name = file.name();
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    String base = name.substring(folder.length());
    boolean override = OVERRIDES.contains(base);
    if (!override && !SetNames.DEFAULTS.contains(base)) {
      return Optional.empty();
    }
    List<String> plain = plain(folder);
    int place = override ? 1 : 0;
    if (plain.size() <= place || same(plain.get(place), name)) {
      return Optional.empty();
    }
    if (!new ComposeStarts(workspace, inquiry, commands, dotEnvs).of(name).isEmpty()
        || ComposeSet.load("base", plain, this, true).read().contains(name)) {
      return Optional.empty();
    }
    return Optional.of(plain.get(place));
  }

  private boolean same(String one, String other) {
    return workspace.canonical(one).equals(workspace.canonical(other));
  }

  /** What Compose starts where no file is named; nothing where it finds none. */
  private List<String> plain(String folder) {
    List<String> plain = new ArrayList<>();
    Optional<String> base = first(folder, SetNames.DEFAULTS);
    if (base.isPresent()) {
      plain.add(base.get());
      Optional<String> override = first(folder, OVERRIDES);
      if (override.isPresent()) {
        plain.add(override.get());
      }
    }
    return plain;
  }

  /** Files in their own folder, with the evidence for just these, which is taken out. */
  private static Told told(List<String> names, List<Told> evidence) {
    String folder = WorkspacePaths.parent(names.get(0));
    for (int i = 0; i < evidence.size(); i++) {
      Told each = evidence.get(i);
      if (each.files().equals(names) && each.folder().equals(folder)) {
        return evidence.remove(i);
      }
    }
    return new Told(names, folder, Set.of(Optional.empty()), Set.of(), List.of());
  }

  private ComposeStart start(Told told, boolean isWhole, Set<String> names) {
    return new ComposeStart(
        SetNames.name(told.files(), names),
        told.files(),
        told.folder(),
        environment(told),
        isWhole,
        told.roles().size() == 1 ? told.roles().iterator().next() : SetNames.role(told.files()),
        told.evidence());
  }

  /** What its variables are; nothing is known of them where its commands do not agree. */
  private Environment environment(Told told) {
    if (told.envFiles().size() > 1) {
      return Environment.EMPTY;
    }
    String name =
        told.envFiles().iterator().next().orElse(WorkspacePaths.below(told.folder(), ".env"));
    if (name.isEmpty()) {
      return Environment.EMPTY; // it lies outside of the workspace
    }
    Optional<DotEnvFile> file = dotEnvs.read(name);
    return file.isEmpty() ? Environment.EMPTY : Environment.EMPTY.with(file.get());
  }

  /** The sets in which another file of its folder is laid over it. */
  List<ComposeSet> over(ComposeFile file) {
    String name = file.name();
    files.put(name, Optional.of(file));
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    List<ComposeSet> sets = new ArrayList<>();
    for (String other : names(folder)) {
      String path = folder + other;
      boolean named = other.startsWith("docker-compose") || other.startsWith("compose");
      boolean yaml = other.endsWith(".yml") || other.endsWith(".yaml");
      if (named && yaml && !path.equals(name) && exists(path)) {
        sets.add(ComposeSet.load("base+" + other, List.of(name, path), this, true));
      }
    }
    return sets;
  }

  private List<String> names(String folder) {
    try {
      return workspace.list(folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1));
    } catch (IOException e) {
      inquiry.lackedContext();
      return List.of();
    }
  }

  private Optional<String> first(String folder, List<String> names) {
    for (String name : names) {
      if (exists(folder + name)) {
        return Optional.of(folder + name);
      }
    }
    return Optional.empty();
  }

  private boolean exists(String name) {
    inquiry.reached(name);
    return workspace.kind(name) == Workspace.Kind.FILE;
  }

  /** Whether each of its services says what it runs, so that it can be started alone. */
  private static boolean isComplete(ComposeFile file) {
    int services = 0;
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping root
          && root.find("services").isPresent()
          && root.find("services").get() instanceof YamlNode.Mapping mapping) {
        for (YamlNode.Entry entry : mapping.entries()) {
          services++;
          if (!runsSomething(entry.value())) {
            return false;
          }
        }
      }
    }
    return services > 0;
  }

  /** An alias or a merge key may bring it along. */
  private static boolean runsSomething(YamlNode service) {
    if (!(service instanceof YamlNode.Mapping mapping)) {
      return service instanceof YamlNode.Alias;
    }
    for (String key : List.of("image", "build", "extends", "provider", "<<")) {
      if (mapping.find(key).isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<List<YamlDocument>> documents(String name) {
    Optional<ComposeFile> file = file(name);
    return file.isEmpty() ? Optional.empty() : Optional.of(file.get().documents());
  }

  @Override
  public Optional<SourceText> text(String name) {
    if (!exists(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(workspace.read(name).text());
    } catch (IOException e) {
      inquiry.lackedContext();
      return Optional.empty();
    }
  }

  private Optional<ComposeFile> file(String name) {
    Optional<ComposeFile> known = files.get(name);
    if (known == null) {
      Optional<SourceText> text = text(name);
      known = text.isEmpty() ? Optional.empty() : Optional.of(ComposeFile.of(text.get()));
      files.put(name, known);
    }
    return known;
  }

  @Override
  public boolean isFolder(String name) {
    String real = name.equals(".") ? "" : name; // the workspace's root
    inquiry.reached(real);
    return workspace.kind(real) == Workspace.Kind.DIRECTORY;
  }
}
