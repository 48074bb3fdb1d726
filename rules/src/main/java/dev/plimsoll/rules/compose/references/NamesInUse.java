package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of volumes, networks, secrets or configs that the services of sets use. */
final class NamesInUse {

  private final String section;
  private final Set<String> names = new HashSet<>();
  private boolean isKnown = true;

  /**
   * None yet.
   *
   * @param section the root key that declares them
   */
  NamesInUse(String section) {
    this.section = section;
  }

  /** Adds what the services of a set use. */
  void add(ComposeSet set) {
    isKnown &= isRead(set);
    for (ComposeService service : set.services()) {
      switch (section) {
        case "volumes" -> addVolumes(service);
        case "networks" -> addNetworks(service);
        case "secrets" -> {
          addSources(service.items("secrets"));
          addSources(service.items("build", "secrets"));
        }
        default -> {
          addSources(service.items("configs"));
          addName(service.find("credential_spec", "config"));
        }
      }
    }
  }

  private static boolean isRead(ComposeSet set) {
    for (List<Refusal> refusals : List.of(set.refusals(), set.openRefusals())) {
      for (Refusal refusal : refusals) {
        if (refusal.kind() != Refusal.Kind.PORT) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether nothing but these is in use: no variable decides about one. */
  boolean isKnown() {
    return isKnown;
  }

  Set<String> names() {
    return names;
  }

  private void addVolumes(ComposeService service) {
    for (ComposeNode mount : service.items("volumes")) {
      Optional<ComposeNode> source =
          mount instanceof Table table ? table.find("source") : Optional.empty();
      if (source.isPresent() && !isPath(source.get())) {
        addName(source);
      }
    }
  }

  /** Whether it is a folder of the host, where a variable is not set too. */
  private static boolean isPath(ComposeNode source) {
    return source instanceof Scalar scalar
        && scalar.known().isPresent()
        && (scalar.known().get().startsWith(".")
            || scalar.known().get().startsWith("/")
            || scalar.known().get().startsWith("~"));
  }

  private void addNetworks(ComposeService service) {
    addName(service.find("build", "network"));
    if (service.has("network_mode")) {
      addName(service.find("network_mode"));
      return;
    }
    Map<String, Member> networks = service.members("networks");
    if (networks.isEmpty()) {
      names.add("default");
    }
    for (Map.Entry<String, Member> entry : networks.entrySet()) {
      names.add(entry.getKey());
      isKnown &= !Undeclared.isVariable(entry.getValue().key());
    }
  }

  private void addSources(List<ComposeNode> uses) {
    for (ComposeNode use : uses) {
      if (use instanceof Table table) {
        addName(table.find("source"));
      }
    }
  }

  private void addName(Optional<ComposeNode> name) {
    if (name.isPresent() && name.get() instanceof Scalar scalar) {
      names.add(scalar.text());
      isKnown &= scalar.fixed().isPresent() || scalar.type() == ComposeNode.Type.NULL;
    }
  }
}
