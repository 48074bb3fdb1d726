package dev.plimsoll.config;

import dev.plimsoll.config.CommandLineChoices.ConfigUse;
import dev.plimsoll.config.ConfigFile.PathOverride;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.RuleSelectors.Resolution;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is configured for each file of a workspace. A {@code plimsoll.yaml} is read when a file
 * below it is first asked for; where there is none, neither YAML nor the rules' metadata is loaded.
 * Threads may share it.
 */
public final class Configurations {

  /** The name of a configuration file. */
  public static final String FILE_NAME = "plimsoll.yaml";

  /** Files with the same configuration and the same overrides have the same plan. */
  private record PlanKey(String configFile, BitSet overrides) {}

  private final Workspace workspace;
  private final CommandLineChoices choices;
  private final RuleCatalogue catalogue;
  private final PlanMaker planMaker;
  private final Selection commandLine = new Selection();
  private final Map<String, Optional<ConfigFile>> byFolder = new HashMap<>();
  private final Map<String, ConfigFile> byName = new HashMap<>();
  private final Map<PlanKey, RulePlan> plans = new HashMap<>();
  private final List<ConfigProblem> problems = new ArrayList<>();
  private Optional<OtherIgnores> others = Optional.empty();
  private final Map<String, Selection> ownCommandLines = new HashMap<>();
  private final List<Unresolved> unresolved = new ArrayList<>();
  private final RulePlan withoutFile;

  /** A selector of the command line that no catalogue met so far understands. */
  private record Unresolved(String option, int index, String selector, String reason) {
    ConfigProblem problem() {
      Position position = new Position(1, index + 1);
      return new ConfigProblem(option, position, selector + ": " + reason);
    }
  }

  private Configurations(Workspace workspace, CommandLineChoices choices, RuleIndex index) {
    this.workspace = workspace;
    this.choices = choices;
    this.catalogue = new RuleCatalogue(index);
    this.planMaker = new PlanMaker(choices, commandLine, catalogue);
    readCommandLine();
    this.withoutFile = planMaker.withoutFile();
    if (choices.use() == ConfigUse.THIS_FILE) {
      byFolder.put("", Optional.of(named(choices.configFile().orElse(FILE_NAME))));
    } else if (choices.use() == ConfigUse.NONE) {
      byFolder.put("", Optional.empty());
    }
  }

  public static Configurations load(
      Workspace workspace, CommandLineChoices choices, RuleIndex index) {
    return new Configurations(workspace, choices, index);
  }

  /** The rules for a file. */
  public synchronized RulePlan planFor(String file) {
    Optional<ConfigFile> config = configFor(file);
    return config.isEmpty() ? withoutFile : plan(config.get(), file);
  }

  /** What files of other OpenAPI linters ask to be silent about in a file. */
  public synchronized List<PointerIgnore> otherIgnores(String file) {
    if (choices.use() == ConfigUse.NONE) {
      return List.of();
    }
    OtherIgnores known = others.isPresent() ? others.get() : new OtherIgnores(workspace);
    others = Optional.of(known);
    return known.of(file);
  }

  /** Whether the configuration takes a file or a folder out of what is walked. */
  public synchronized boolean excludes(String file) {
    Optional<ConfigFile> config = configFor(file);
    return config.isPresent() && config.get().exclude.matchesWithFolders(file);
  }

  /** The language that the configuration gives to a file of an unusual name. */
  public synchronized Optional<Language> languageOf(String file) {
    Optional<ConfigFile> config = configFor(file);
    if (config.isPresent()) {
      for (Map.Entry<Language, FilePatterns> entry : config.get().files.entrySet()) {
        if (entry.getValue().matches(file)) {
          return Optional.of(entry.getKey());
        }
      }
    }
    return Optional.empty();
  }

  /** What is wrong in the configuration met so far, in the order of files and places. */
  public synchronized List<ConfigProblem> problems() {
    List<ConfigProblem> sorted = new ArrayList<>(problems);
    for (Unresolved each : unresolved) {
      sorted.add(each.problem());
    }
    sorted.sort(new ByPlace());
    return sorted;
  }

  private static final class ByPlace implements Comparator<ConfigProblem> {
    @Override
    public int compare(ConfigProblem one, ConfigProblem other) {
      int byFile = one.file().compareTo(other.file());
      int byLine = Integer.compare(one.position().line(), other.position().line());
      int byColumn = Integer.compare(one.position().column(), other.position().column());
      return byFile != 0 ? byFile : byLine != 0 ? byLine : byColumn;
    }
  }

  /** The {@code fail-on} of the configuration met so far; the strictest where several set one. */
  public synchronized Optional<Severity> failOn() {
    Optional<Severity> strictest = Optional.empty();
    for (ConfigFile file : byName.values()) {
      if (file.failOn.isPresent()
          && (strictest.isEmpty() || strictest.get().isAtLeast(file.failOn.get()))) {
        strictest = file.failOn;
      }
    }
    return strictest;
  }

  /** Everything that is set for a file, and the defaults of what is not, for people. */
  public synchronized List<Setting> settingsFor(String file) {
    Optional<ConfigFile> config = configFor(file);
    if (config.isEmpty()) {
      return new SettingsLister(choices, commandLine, catalogue).withoutFile();
    }
    ConfigFile found = config.get();
    SettingsLister lister = new SettingsLister(choices, commandLineFor(found), found.catalogue);
    return lister.list(found, overrides(found, applying(found, file)), plan(found, file));
  }

  private RulePlan plan(ConfigFile config, String file) {
    PlanKey key = new PlanKey(config.name, applying(config, file));
    RulePlan plan = plans.get(key);
    if (plan == null) {
      PlanMaker maker =
          config.policies.isEmpty()
              ? planMaker
              : new PlanMaker(choices, commandLineFor(config), config.catalogue);
      plan = maker.make(config, overrides(config, key.overrides()));
      plans.put(key, plan);
    }
    return plan;
  }

  private static BitSet applying(ConfigFile config, String file) {
    BitSet applying = new BitSet();
    for (int i = 0; i < config.overrides.size(); i++) {
      applying.set(i, config.overrides.get(i).files().matches(file));
    }
    return applying;
  }

  private static List<PathOverride> overrides(ConfigFile config, BitSet applying) {
    List<PathOverride> overrides = new ArrayList<>();
    for (int i = applying.nextSetBit(0); i >= 0; i = applying.nextSetBit(i + 1)) {
      overrides.add(config.overrides.get(i));
    }
    return overrides;
  }

  private Optional<ConfigFile> configFor(String file) {
    return choices.use() == ConfigUse.NEAREST ? ofFolder(folderOf(file)) : known("");
  }

  private Optional<ConfigFile> ofFolder(String folder) {
    List<String> asked = new ArrayList<>();
    Optional<ConfigFile> found = Optional.empty();
    String at = folder;
    while (true) {
      if (byFolder.containsKey(at)) {
        found = known(at);
        break;
      }
      asked.add(at);
      found = in(at);
      if (found.isPresent() || at.isEmpty()) {
        break;
      }
      at = folderOf(at);
    }
    for (String each : asked) {
      byFolder.put(each, found);
    }
    return found;
  }

  private Optional<ConfigFile> known(String folder) {
    Optional<ConfigFile> config = byFolder.get(folder);
    return config == null ? Optional.empty() : config;
  }

  private Optional<ConfigFile> in(String folder) {
    String name = folder.isEmpty() ? FILE_NAME : folder + "/" + FILE_NAME;
    return switch (workspace.kind(name)) {
      case FILE -> Optional.of(read(name, folder));
      case ABSENT, DIRECTORY -> Optional.empty();
      case UNREADABLE_LINK -> Optional.of(unreadable(name, "it is a link out of the project"));
      case SPECIAL -> Optional.of(unreadable(name, "it is no regular file"));
    };
  }

  private ConfigFile named(String name) {
    if (workspace.kind(name) == Workspace.Kind.FILE) {
      return read(name, "");
    }
    problems.add(new ConfigProblem("--config", new Position(1, 1), name + ": no such file"));
    return new ConfigFile(name, catalogue);
  }

  private ConfigFile read(String name, String folder) {
    try {
      ConfigFile read = ConfigReader.read(workspace.read(name).text(), folder, catalogue, problems);
      byName.put(name, read);
      if (!read.policies.isEmpty()) {
        resolveAgain(read);
      }
      return read;
    } catch (IOException e) {
      return unreadable(name, String.valueOf(e.getMessage()));
    }
  }

  private ConfigFile unreadable(String name, String reason) {
    problems.add(new ConfigProblem(name, new Position(1, 1), "cannot be read: " + reason));
    return new ConfigFile(name, catalogue);
  }

  private void readCommandLine() {
    say(commandLine, catalogue, unresolved);
  }

  private Selection commandLineFor(ConfigFile file) {
    return ownCommandLines.getOrDefault(file.name, commandLine);
  }

  /** What the command line says where a configuration has policies that it may speak of. */
  private void resolveAgain(ConfigFile file) {
    Selection own = new Selection();
    List<Unresolved> left = new ArrayList<>();
    say(own, file.catalogue, left);
    ownCommandLines.put(file.name, own);
    List<Unresolved> before = List.copyOf(unresolved);
    unresolved.clear();
    for (Unresolved each : before) {
      for (Unresolved still : left) {
        if (still.option().equals(each.option()) && still.index() == each.index()) {
          unresolved.add(still);
        }
      }
    }
  }

  private void say(Selection selection, RuleCatalogue of, List<Unresolved> left) {
    if (!choices.select().isEmpty()) {
      selection.restrict();
    }
    for (int i = 0; i < choices.select().size(); i++) {
      selection.select(resolve("--select", i, choices.select().get(i), of, left));
    }
    for (int i = 0; i < choices.ignore().size(); i++) {
      selection.ignore(resolve("--ignore", i, choices.ignore().get(i), of, left));
    }
  }

  private Resolution resolve(
      String option, int index, String selector, RuleCatalogue of, List<Unresolved> left) {
    Resolution resolution = of.selectors().resolve(selector);
    if (resolution.error().isPresent()) {
      boolean none = of == catalogue && selector.startsWith(Policy.PREFIX);
      String reason =
          none ? "no policy of the configuration is called so" : resolution.error().get();
      left.add(new Unresolved(option, index, selector, reason));
    }
    return resolution;
  }

  private static String folderOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }
}
