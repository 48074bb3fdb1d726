package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are started together, and what they say then.
 *
 * @param start which files, and what for
 * @param read all files that were asked for, those included and extended among them, and those that
 *     are not there
 * @param model what Compose makes of them, short forms written out; nothing where nothing is in
 *     them
 * @param refusals for what Compose would not load them
 * @param violations where its model is not what the schema allows
 * @param redefinitions what is defined in them and in a file that they include, too
 * @param idleResets what stands behind tags {@code !reset} and {@code !override} that find nothing
 *     below them
 * @param variables that stand in them, of each file as often as it is read
 */
public record ComposeSet(
    ComposeStart start,
    Set<String> read,
    Optional<Table> model,
    List<Refusal> refusals,
    List<Violation> violations,
    List<Redefinition> redefinitions,
    List<Slice> idleResets,
    List<VariableUse> variables) {

  public ComposeSet {
    read = Set.copyOf(read);
    refusals = List.copyOf(refusals);
    violations = List.copyOf(violations);
    redefinitions = List.copyOf(redefinitions);
    idleResets = List.copyOf(idleResets);
    variables = List.copyOf(variables);
  }

  /** Loads a set. */
  public static ComposeSet load(ComposeStart start, ComposeFiles files) {
    ComposeLoader loader = new ComposeLoader(files, start.environment(), start.folder());
    Optional<Table> model = loader.project(start.files());
    List<VariableUse> variables = new ArrayList<>();
    for (Interpolation text : loader.loading().interpolations()) {
      variables.addAll(text.variables());
    }
    List<Slice> idle = new ArrayList<>(loader.loading().resets());
    idle.removeAll(loader.loading().acted());
    return new ComposeSet(
        start,
        loader.loading().read(),
        model,
        loader.refusals(),
        loader.violations(),
        loader.loading().redefinitions(),
        idle,
        variables);
  }

  /** Loads files of which nothing but their names is known. */
  public static ComposeSet load(
      String name, List<String> names, ComposeFiles files, boolean isWhole) {
    return load(ComposeStart.named(name, names, isWhole), files);
  }

  /** What tells it from the other sets of its folder: {@code base}, {@code base+prod}. */
  public String name() {
    return start.name();
  }

  /** Its files, in the order in which each is laid over those before. */
  public List<String> files() {
    return start.files();
  }

  /** The project's folder, from which relative paths go out. */
  public String folder() {
    return start.folder();
  }

  /** Whether no other file is known to belong to it, so that what is not there is nowhere. */
  public boolean isWhole() {
    return start.isWhole();
  }

  /** What it is started for. */
  public ComposeRole role() {
    return start.role();
  }

  /** The commands and variables that say it is started so; none where names alone do. */
  public List<Slice> evidence() {
    return start.evidence();
  }

  /** Its services, in the order of the text. */
  public List<ComposeService> services() {
    List<ComposeService> services = new ArrayList<>();
    for (Map.Entry<String, Member> entry : section("services").entrySet()) {
      if (entry.getValue().value() instanceof Table table) {
        services.add(new ComposeService(entry.getKey(), entry.getValue().key(), table));
      }
    }
    return services;
  }

  /** A service by its name. */
  public Optional<ComposeService> service(String name) {
    for (ComposeService service : services()) {
      if (service.name().equals(name)) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }

  /**
   * The mounts of a service, those included that {@code volumes_from} takes over from others, which
   * may make them read-only.
   */
  public List<ServiceMount> mounts(ComposeService service) {
    List<ServiceMount> mounts = new ArrayList<>(service.mounts());
    for (Scalar entry : ServiceMounts.takenOver(service)) {
      String text = entry.text();
      int colon = text.indexOf(':');
      Optional<ComposeService> other = service(colon < 0 ? text : text.substring(0, colon));
      if (other.isPresent() && !other.get().name().equals(service.name())) {
        for (ServiceMount mount : other.get().mounts()) {
          mounts.add(text.endsWith(":ro") ? mount.asReadOnly() : mount);
        }
      }
    }
    return mounts;
  }

  /** Which services mount a volume of that name, in the order of the text. */
  public List<MountUse> usesOf(String volume) {
    List<MountUse> uses = new ArrayList<>();
    for (ComposeService service : services()) {
      for (ServiceMount mount : mounts(service)) {
        Optional<String> name = mount.volume();
        if (name.isPresent() && name.get().equals(volume)) {
          uses.add(new MountUse(service, mount));
        }
      }
    }
    return uses;
  }

  /** What stands under a root key, {@code volumes}, in the order of the text. */
  public Map<String, Member> section(String key) {
    Optional<ComposeNode> section = model.isEmpty() ? Optional.empty() : model.get().find(key);
    return section.isPresent() && section.get() instanceof Table table ? table.members() : Map.of();
  }
}
