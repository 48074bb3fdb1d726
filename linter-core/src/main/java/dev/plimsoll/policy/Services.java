package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.policy.path.PathDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The services of a Compose file as it is written. */
final class Services {

  private Services() {}

  /** Whether a service is whole: an override says but a part, what it extends may say the rest. */
  static boolean isWhole(PathDocument document, Match service) {
    return (document.child(service, "image").isPresent()
            || document.child(service, "build").isPresent())
        && document.child(service, "extends").isEmpty();
  }

  static List<Match> of(PathDocument document) {
    Optional<Match> services = document.child(document.root(), "services");
    List<Match> found = new ArrayList<>();
    if (services.isPresent()) {
      for (Match service : document.entries(services.get())) {
        if (service.node() instanceof Mapping) {
          found.add(service);
        }
      }
    }
    return found;
  }
}
