package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.host.MachineTypes;
import dev.plimsoll.text.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the host on which a Compose set runs: it is what the project sets up for it, if
 * that is one.
 */
final class HostFacts {

  private final List<HostSetup> setups = new ArrayList<>();

  HostFacts(List<HostSource> sources, ComposeSet set) {
    for (HostSource source : sources) {
      setups.addAll(source.of(set));
    }
  }

  /** How much memory it has; unknown where there are hosts of several types. */
  Answer<HostMemory> memory() {
    Optional<HostMemory> found = Optional.empty();
    List<Place> because = new ArrayList<>();
    for (HostSetup setup : setups) {
      because.add(setup.place().place());
      for (HostSetup.Machine machine : setup.machines()) {
        String type = machine.type().orElse("");
        Optional<BigDecimal> bytes = MachineTypes.memory(type);
        if (bytes.isEmpty() || (found.isPresent() && !found.get().machine().equals(type))) {
          return new Answer.Unknown<>("the host is of a type that is not known, or of several");
        }
        found = Optional.of(new HostMemory(type, bytes.get(), machine.place()));
        because.add(machine.place().place());
      }
    }
    return found.isEmpty()
        ? new Answer.Unknown<>("nothing in the project sets up a host for it")
        : new Answer.Known<>(found.get(), because);
  }

  /** What its firewall lets through. */
  Answer<HostFirewall> firewall() {
    if (setups.size() != 1) {
      return new Answer.Unknown<>("nothing in the project sets up its host, or several files do");
    }
    Optional<HostFirewall> firewall = setups.get(0).firewall();
    return firewall.isEmpty()
        ? new Answer.Unknown<>("not all is known that reaches the host")
        : new Answer.Known<>(firewall.get(), List.of(setups.get(0).place().place()));
  }
}
