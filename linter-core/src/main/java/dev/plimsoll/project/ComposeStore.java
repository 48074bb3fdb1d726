package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ComposeStart;
import dev.plimsoll.model.compose.Environment;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the Compose files of one state of the workspace share: a file of a set is judged in each set
 * that it is in, and a set is loaded once for all of its files.
 */
final class ComposeStore {

  private static final int MOST_CHARACTERS = 4_000_000;
  private static final int MOST_VALUES = 400_000;
  private static final int MOST_FILES = 16; // as many as are judged at a time, and some
  private static final int MOST_SCRIPTS = 16;

  private final Workspace workspace;
  private final StartCommands commands;
  private final Includers includers;
  private final Recent<String, Optional<ComposeFile>> files = new Recent<>(MOST_CHARACTERS);
  private final Recent<String, Variables> variables = new Recent<>(MOST_CHARACTERS);
  private final Recent<Key, Loaded> sets = new Recent<>(MOST_VALUES);
  private final Recent<SourceText, Optional<Set<String>>> calledFrom = new Recent<>(MOST_SCRIPTS);
  private final Recent<String, Started> started = new Recent<>(MOST_FILES);
  private final PoolCodes poolCodes;
  private final OncePerSet<BuildGraph> builds = new OncePerSet<>();
  private final OncePerSet<List<DatabaseLoad>> databaseLoads = new OncePerSet<>();
  private final OncePerSet<List<RedisServer>> redisServers = new OncePerSet<>();
  private final OncePerSet<HostFacts> hosts = new OncePerSet<>();

  private final Recent<String, Optional<Set<String>>> names = new Recent<>(MOST_VALUES);

  /** What tells one set from another. */
  private record Key(List<String> files, String folder, Set<List<String>> envFiles) {}

  /** A set, and what it rests on. */
  private record Loaded(ComposeSet set, Inquiry asked) {}

  /** The sets of a file, and what they rest on. */
  record Started(List<ComposeSet> sets, Inquiry asked) {

    Started {
      sets = List.copyOf(sets);
    }
  }

  /** A file of variables, and what a project has of it. */
  record Variables(DotEnvFile file, Environment environment) {}

  ComposeStore(Workspace workspace, StartCommands commands) {
    this.workspace = workspace;
    this.commands = commands;
    this.includers = new Includers(workspace);
    this.poolCodes = new PoolCodes(workspace);
  }

  Workspace workspace() {
    return workspace;
  }

  StartCommands commands() {
    return commands;
  }

  Includers includers() {
    return includers;
  }

  /** The files of sets, of which an inquiry takes note. */
  SetFiles files(Inquiry inquiry) {
    return new SetFiles(workspace, files, inquiry);
  }

  /** Files of variables by name. */
  Recent<String, Variables> variables() {
    return variables;
  }

  /** The names in the files of folders; nothing for one that has too many. */
  Recent<String, Optional<Set<String>>> names() {
    return names;
  }

  /** The folders in which scripts may run that call Compose, for a script calls it many times. */
  Recent<SourceText, Optional<Set<String>>> calledFrom() {
    return calledFrom;
  }

  /** The sets of a file, by its name: many rules ask for them in its turn. */
  Recent<String, Started> started() {
    return started;
  }

  /**
   * A set, loaded if it was not just now.
   *
   * @param envFiles where its variables come from
   */
  ComposeSet set(ComposeStart start, Set<List<String>> envFiles, Inquiry inquiry) {
    Key key = new Key(start.files(), start.folder(), Set.copyOf(envFiles));
    Optional<Loaded> known = sets.find(key);
    Loaded loaded = known.isPresent() ? known.get() : load(key, start);
    inquiry.add(loaded.asked());
    return loaded.set().startedAs(start);
  }

  /** Which images of a set are built from which. */
  OncePerSet<BuildGraph> builds() {
    return builds;
  }

  /** What connects to the databases of a set. */
  OncePerSet<List<DatabaseLoad>> databaseLoads() {
    return databaseLoads;
  }

  /** What the code of services says about their connections. */
  PoolCodes poolCodes() {
    return poolCodes;
  }

  /** The Redis servers of a set. */
  OncePerSet<List<RedisServer>> redisServers() {
    return redisServers;
  }

  /** The host on which a set runs. */
  OncePerSet<HostFacts> hosts() {
    return hosts;
  }

  private Loaded load(Key key, ComposeStart start) {
    Inquiry asked = new Inquiry();
    Loaded loaded = new Loaded(ComposeSet.load(start, files(asked)), asked);
    sets.put(key, loaded, loaded.set().size());
    return loaded;
  }
}
