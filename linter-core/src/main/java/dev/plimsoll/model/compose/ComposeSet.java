package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are started together, and what they say then.
 *
 * @param name what tells it from the other sets of its folder: {@code base}, {@code base+prod}
 * @param files in the order in which each is laid over those before
 * @param read all files that were asked for, those included and extended among them, and those that
 *     are not there
 * @param model what Compose makes of them, short forms written out; nothing where nothing is in
 *     them
 * @param refusals for what Compose would not load them
 * @param violations where its model is not what the schema allows
 * @param variables that stand in them, of each file as often as it is read
 * @param isWhole whether no other file is known to belong to them, so that what is not there is
 *     nowhere
 */
public record ComposeSet(
    String name,
    List<String> files,
    Set<String> read,
    Optional<Table> model,
    List<Refusal> refusals,
    List<Violation> violations,
    List<VariableUse> variables,
    boolean isWhole) {

  public ComposeSet {
    files = List.copyOf(files);
    read = Set.copyOf(read);
    refusals = List.copyOf(refusals);
    violations = List.copyOf(violations);
    variables = List.copyOf(variables);
  }

  /** Loads a set. */
  public static ComposeSet load(
      String name, List<String> names, ComposeFiles files, boolean isWhole) {
    ComposeLoader loader = new ComposeLoader(files, Environment.EMPTY, Paths.parent(names.get(0)));
    Optional<Table> model = loader.project(names);
    List<VariableUse> variables = new ArrayList<>();
    for (Interpolation text : loader.loading().interpolations()) {
      variables.addAll(text.variables());
    }
    return new ComposeSet(
        name,
        names,
        loader.loading().read(),
        model,
        loader.refusals(),
        loader.violations(),
        variables,
        isWhole);
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

  /** What stands under a root key, {@code volumes}, in the order of the text. */
  public Map<String, Member> section(String key) {
    Optional<ComposeNode> section = model.isEmpty() ? Optional.empty() : model.get().find(key);
    return section.isPresent() && section.get() instanceof Table table ? table.members() : Map.of();
  }
}
