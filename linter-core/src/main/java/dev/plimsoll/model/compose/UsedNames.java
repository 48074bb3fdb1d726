package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which volumes, networks, secrets and configs the services of a set use. */
public final class UsedNames {

  private final Map<String, Set<String>> bySection = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /** Those of services. */
  UsedNames(List<ComposeService> services) {
    for (String section : List.of("volumes", "networks", "secrets", "configs")) {
      bySection.put(section, new HashSet<>());
    }
    for (ComposeService service : services) {
      addVolumes(service);
      addNetworks(service);
      addSources("secrets", service.items("secrets"));
      addSources("secrets", service.items("build", "secrets"));
      addSources("configs", service.items("configs"));
      add("configs", service.find("credential_spec", "config"));
    }
  }

  /**
   * The names.
   *
   * @param section the root key that declares them
   */
  public Set<String> of(String section) {
    return Collections.unmodifiableSet(bySection.getOrDefault(section, Set.of()));
  }

  /** Whether nothing but these is used: no variable decides about one. */
  public boolean isKnown(String section) {
    return !open.contains(section);
  }

  private void addVolumes(ComposeService service) {
    for (ComposeNode mount : service.items("volumes")) {
      Optional<ComposeNode> source =
          mount instanceof Table table ? table.find("source") : Optional.empty();
      if (source.isPresent() && !isPath(source.get())) {
        add("volumes", source);
      }
    }
  }

  /** Whether it is a folder of the host, where a variable is not set too. */
  private static boolean isPath(ComposeNode source) {
    if (!(source instanceof Scalar scalar)) {
      return false;
    }
    String known = scalar.known().orElse("");
    return known.startsWith(".") || known.startsWith("/") || known.startsWith("~");
  }

  private void addNetworks(ComposeService service) {
    add("networks", service.find("build", "network"));
    if (service.has("network_mode")) {
      add("networks", service.find("network_mode"));
      return;
    }
    Map<String, Member> networks = service.members("networks");
    if (networks.isEmpty()) {
      names("networks").add("default");
    }
    for (Map.Entry<String, Member> entry : networks.entrySet()) {
      names("networks").add(entry.getKey());
      if (entry.getValue().key().text().indexOf('$') >= 0) {
        open.add("networks");
      }
    }
  }

  private void addSources(String section, List<ComposeNode> uses) {
    for (ComposeNode use : uses) {
      if (use instanceof Table table) {
        add(section, table.find("source"));
      }
    }
  }

  private void add(String section, Optional<ComposeNode> name) {
    if (name.isPresent() && name.get() instanceof Scalar scalar) {
      names(section).add(scalar.text());
      if (scalar.fixed().isEmpty() && scalar.type() != ComposeNode.Type.NULL) {
        open.add(section);
      }
    }
  }

  private Set<String> names(String section) {
    return Objects.requireNonNull(bySection.get(section));
  }
}
