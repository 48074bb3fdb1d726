package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ComposeStart;
import dev.plimsoll.model.compose.Environment;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.ComposeStarts.Told;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sets that a Compose file is started in: the default file of its folder with its override, and
 * what variables and commands say. Where nothing of that is about the file, its name tells: it is
 * started by itself or, where it is not complete, over the default file.
 */
final class ComposeSets {

  private static final Optional<ComposeFile> NONE = Optional.empty();

  /** More are not looked at. */
  static final int MOST_SETS = 32;

  private static final int MOST_FILES = 100;

  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private final ComposeStore store;
  private final Workspace workspace;
  private final Inquiry inquiry;
  private final SetFiles files;
  private final DotEnvFiles dotEnvs;

  ComposeSets(ComposeStore store, Inquiry inquiry) {
    this.store = store;
    this.workspace = store.workspace();
    this.inquiry = inquiry;
    this.files = store.files(inquiry);
    this.dotEnvs = new DotEnvFiles(store, inquiry);
  }

  /** The sets of a file, of which there is at least one. */
  List<ComposeSet> of(ComposeFile file) {
    Optional<ComposeStore.Started> known = store.started().find(file.name());
    ComposeStore.Started started = known.isPresent() ? known.get() : findStarted(file);
    inquiry.add(started.asked());
    return started.sets();
  }

  private ComposeStore.Started findStarted(ComposeFile file) {
    Inquiry asked = new Inquiry();
    ComposeStore.Started started =
        new ComposeStore.Started(new ComposeSets(store, asked).find(file), asked);
    store.started().put(file.name(), started, 1);
    return started;
  }

  private List<ComposeSet> find(ComposeFile file) {
    files.add(file);
    List<ComposeSet> brought = new ArrayList<>();
    boolean isIncluded = broughtIn(file.name(), brought, new HashSet<>());
    List<ComposeSet> sets =
        new ArrayList<>(started(file, isIncluded && !brought.isEmpty(), !brought.isEmpty()));
    for (ComposeSet each : brought) {
      if (sets.size() < MOST_SETS) {
        sets.add(each);
      }
    }
    return sets;
  }

  /**
   * Adds the sets whose files bring a file in, by way of others or not.
   *
   * @return whether one includes it; else its services are only extended
   */
  private boolean broughtIn(String name, List<ComposeSet> sets, Set<String> seen) {
    boolean isIncluded = false;
    for (Includers.Includer includer : store.includers().of(name, files)) {
      isIncluded |= includer.isInclude();
      Optional<ComposeFile> file = seen.add(includer.name()) ? files.file(includer.name()) : NONE;
      if (file.isPresent() && seen.size() < MOST_SETS) {
        List<ComposeSet> above = new ArrayList<>();
        boolean isAboveIncluded = broughtIn(includer.name(), above, seen);
        boolean isOwn = !isAboveIncluded || above.isEmpty();
        above.addAll(0, started(file.get(), !isOwn, !above.isEmpty()));
        for (ComposeSet each : above) {
          if (each.read().contains(name)) {
            sets.add(each);
          }
        }
      }
    }
    return isIncluded;
  }

  /**
   * The sets that a file is started in by its own name.
   *
   * @param isIncluded whether another file includes it, so that nothing need start it
   * @param isBrought whether another file includes or extends it
   */
  private List<ComposeSet> started(ComposeFile file, boolean isIncluded, boolean isBrought) {
    String name = file.name();
    List<String> plain = plain(name.substring(0, name.lastIndexOf('/') + 1));
    List<Told> told = new ArrayList<>(new ComposeStarts(store, inquiry).of(name));
    if (plain.contains(name)) {
      told.add(0, told(plain, told));
    }
    boolean isWhole = true;
    if (told.isEmpty() && isIncluded) {
      return List.of();
    }
    if (told.isEmpty()) {
      boolean isComplete = isComplete(file);
      isWhole = (isComplete || !plain.isEmpty()) && !isBrought;
      List<String> guessed = new ArrayList<>(List.of(name));
      if (!isComplete && isWhole) {
        guessed.add(0, plain.get(0));
      }
      told.add(told(guessed, told));
    }
    if (told.size() > MOST_SETS) {
      String what = " of the " + told.size() + " sets that it is started in: " + MOST_SETS;
      inquiry.leftOut(told.size() - MOST_SETS + what + " are looked at");
      inquiry.lackedContext();
    }
    List<ComposeSet> sets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Told each : told.subList(0, Math.min(told.size(), MOST_SETS))) {
      sets.add(store.set(start(each, isWhole, names), each.envFiles(), inquiry));
    }
    noteLimits(sets);
    return sets;
  }

  /**
   * The files that are started for something by a command, a variable or a name that says so: those
   * of all sets of Compose files in a folder, with what they include and extend.
   */
  Set<String> startedFor(ComposeRole role, String folder) {
    Set<String> started = new TreeSet<>();
    int looked = 0;
    for (String entry : files.names(folder.isEmpty() ? "" : folder + "/")) {
      String name = WorkspacePaths.below(folder, entry);
      boolean isNamed = FileKind.of(entry) == FileKind.COMPOSE && files.exists(name);
      Optional<ComposeFile> file =
          isNamed && looked < MOST_FILES && !started.contains(name) ? files.file(name) : NONE;
      if (file.isPresent() && file.get().isCompose()) {
        looked++;
        for (ComposeSet set : of(file.get())) {
          if (set.role() == role) {
            started.addAll(readBy(set));
          }
        }
      }
    }
    return started;
  }

  /** The Compose files of a set that are there, those that it includes and extends among them. */
  Set<String> readBy(ComposeSet set) {
    Set<String> read = new TreeSet<>();
    for (String name : set.read()) {
      if ((name.endsWith(".yml") || name.endsWith(".yaml")) && files.exists(name)) {
        read.add(name);
      }
    }
    return read;
  }

  /** A limit of ours is no fault of the file. */
  private void noteLimits(List<ComposeSet> sets) {
    for (ComposeSet set : sets) {
      for (Refusal refusal : set.refusals()) {
        if (refusal.kind() == Refusal.Kind.LIMIT) {
          inquiry.leftOut(refusal.message());
          inquiry.lackedContext();
        }
      }
    }
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
    if (!new ComposeStarts(store, inquiry).of(name).isEmpty()
        || ComposeSet.load("base", plain, files, true).read().contains(name)) {
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
    return new Told(names, folder, Set.of(List.of()), Set.of(), List.of());
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
    List<String> names = told.envFiles().iterator().next();
    return names.isEmpty()
        ? dotEnvs.environment(List.of(WorkspacePaths.below(told.folder(), ".env")))
        : dotEnvs.environment(names);
  }

  /** The file that Compose starts in a folder where none is named. */
  List<String> standard(String folder) {
    List<String> plain = plain(folder.isEmpty() ? "" : folder + "/");
    return plain.isEmpty() ? plain : plain.subList(0, 1);
  }

  /** What the first files of a set say without the others. */
  ComposeSet beginning(ComposeSet set, int count) {
    return ComposeSet.load(set.start().of(set.files().subList(0, count)), files);
  }

  private Optional<String> first(String folder, List<String> names) {
    for (String name : names) {
      if (files.exists(folder + name)) {
        return Optional.of(folder + name);
      }
    }
    return Optional.empty();
  }

  /** The Compose files beside a Compose file or beside another file whose names come before. */
  List<ComposeFile> before(ComposeFile file, String other) {
    Set<String> folders = new TreeSet<>();
    folders.add(WorkspacePaths.parent(file.name()));
    folders.add(WorkspacePaths.parent(other));
    List<ComposeFile> found = new ArrayList<>();
    for (String folder : folders) {
      for (String entry : files.names(folder.isEmpty() ? "" : folder + "/")) {
        String name = WorkspacePaths.below(folder, entry);
        boolean isBefore = name.compareTo(file.name()) < 0;
        Optional<ComposeFile> read =
            isBefore && FileKind.of(entry) == FileKind.COMPOSE && found.size() < MOST_FILES
                ? files.file(name)
                : NONE;
        if (read.isPresent() && read.get().isCompose()) {
          found.add(read.get());
        }
      }
    }
    return found;
  }

  /** Whether each of its services says what it runs, so that it can be started alone. */
  private static boolean isComplete(ComposeFile file) {
    int services = 0;
    for (ComposeFile.Spot spot : file.services()) {
      services++;
      if (!runsSomething(spot.entry().value())) {
        return false;
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
}
