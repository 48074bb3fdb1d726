package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files that are started together, and what they say then. */
public final class ComposeSet {

  private final ComposeStart start;
  private final Set<String> read;
  private final Optional<Table> model;
  private final List<Refusal> refusals;
  private final List<Refusal> openRefusals;
  private final List<Violation> violations;
  private final List<Redefinition> redefinitions;
  private final List<Slice> idleResets;
  private final VariableIndex variables;
  private final ServiceIndex services;
  private final boolean cut;

  private ComposeSet(ComposeStart start, ComposeLoader loader, Optional<Table> model) {
    this.start = start;
    this.read = Set.copyOf(loader.loading().read());
    this.model = model;
    this.refusals = List.copyOf(loader.refusals());
    this.openRefusals = List.copyOf(loader.loading().openRefusals());
    this.violations = loader.violations();
    this.redefinitions = List.copyOf(loader.loading().redefinitions());
    List<Slice> idle = new ArrayList<>(loader.loading().resets());
    idle.removeAll(loader.loading().acted());
    this.idleResets = List.copyOf(idle);
    this.variables = new VariableIndex(loader.loading().interpolations());
    this.services = new ServiceIndex(servicesOf(section("services")));
    this.cut = isCut(refusals);
  }

  private ComposeSet(ComposeStart start, ComposeSet loaded) {
    this.start = start;
    this.read = loaded.read;
    this.model = loaded.model;
    this.refusals = loaded.refusals;
    this.openRefusals = loaded.openRefusals;
    this.violations = loaded.violations;
    this.redefinitions = loaded.redefinitions;
    this.idleResets = loaded.idleResets;
    this.variables = loaded.variables;
    this.services = loaded.services;
    this.cut = loaded.cut;
  }

  private static boolean isCut(List<Refusal> refusals) {
    for (Refusal refusal : refusals) {
      if (refusal.kind() == Refusal.Kind.LIMIT) {
        return true;
      }
    }
    return false;
  }

  /** Loads a set. */
  public static ComposeSet load(ComposeStart start, ComposeFiles files) {
    ComposeLoader loader = new ComposeLoader(files, start.environment(), start.folder());
    return new ComposeSet(start, loader, loader.project(start.files()));
  }

  /** Loads files of which nothing but their names is known. */
  public static ComposeSet load(
      String name, List<String> names, ComposeFiles files, boolean isWhole) {
    return load(ComposeStart.named(name, names, isWhole), files);
  }

  /** The same of the same files, started with the same variables for something else. */
  public ComposeSet startedAs(ComposeStart other) {
    return new ComposeSet(other, this);
  }

  /** Which files, and what for. */
  public ComposeStart start() {
    return start;
  }

  /**
   * All files that were asked for, those included and extended among them, and those that are not
   * there.
   */
  public Set<String> read() {
    return read;
  }

  /** What Compose makes of them, short forms written out; nothing where nothing is in them. */
  public Optional<Table> model() {
    return model;
  }

  /** For what Compose would not load them. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** For what Compose would not load them unless the environment sets a variable. */
  public List<Refusal> openRefusals() {
    return openRefusals;
  }

  /** Where its model is not what the schema allows. */
  public List<Violation> violations() {
    return violations;
  }

  /** What is defined in them and in a file that they include, too. */
  public List<Redefinition> redefinitions() {
    return redefinitions;
  }

  /** What stands behind tags {@code !reset} and {@code !override} that find nothing below them. */
  public List<Slice> idleResets() {
    return idleResets;
  }

  /** What stands for variables in them, of each file as often as it is read. */
  public List<VariableUse> variables() {
    return variables.all();
  }

  /** The same in one file. */
  public List<VariableUse> variablesIn(String file) {
    return variables.in(file);
  }

  /** How many values its model has, and texts with variables in them its files. */
  public int size() {
    return variables.all().size() + (model.isEmpty() ? 0 : Loading.size(model.get()));
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

  /**
   * Whether all of it was read and no other file is known to belong to it, so that what is not
   * there is nowhere.
   */
  public boolean isWhole() {
    return start.isWhole() && !cut;
  }

  /**
   * The same, and nothing of it was refused that could have brought more: no file that is not YAML,
   * is not there or brings in others that are not.
   */
  public boolean isAllRead() {
    for (Refusal refusal : refusals) {
      if (refusal.kind() == Refusal.Kind.YAML
          || refusal.kind() == Refusal.Kind.EXTENDS
          || refusal.kind() == Refusal.Kind.INCLUDE) {
        return false;
      }
    }
    return isWhole();
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
    return services.all();
  }

  /** Which volumes, networks, secrets and configs its services use. */
  public UsedNames usedNames() {
    return services.used();
  }

  /** Those of which something stands in a file. */
  public List<ComposeService> servicesIn(String file) {
    return services.in(file);
  }

  /** Those that build an image and name it so, in the order of the text. */
  public List<ComposeService> building(ImageReference image) {
    return services.building(image);
  }

  private static List<ComposeService> servicesOf(Map<String, Member> section) {
    List<ComposeService> services = new ArrayList<>();
    for (Map.Entry<String, Member> entry : section.entrySet()) {
      if (entry.getValue().value() instanceof Table table) {
        services.add(new ComposeService(entry.getKey(), entry.getValue().key(), table));
      }
    }
    return services;
  }

  /** A service by its name. */
  public Optional<ComposeService> service(String name) {
    Member member = section("services").get(name);
    return member != null && member.value() instanceof Table table
        ? Optional.of(new ComposeService(name, member.key(), table))
        : Optional.empty();
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
