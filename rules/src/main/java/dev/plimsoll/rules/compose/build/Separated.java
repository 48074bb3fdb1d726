package dev.plimsoll.rules.compose.build;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.BuildEdge;
import dev.plimsoll.rule.RuleContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of the services of a file belongs into a file for builds.
 *
 * @param whole the services that only build an image
 * @param builds those that run, whose build goes all the same: it stands on one of the others, or
 *     the file is production's
 */
record Separated(Set<String> whole, Set<String> builds) {

  private static final List<String> REFERRING =
      List.of("links", "volumes_from", "network_mode", "ipc", "pid");

  /**
   * Decides it.
   *
   * @param plain what the file says by itself
   * @param set in which others are laid over it
   * @param placeholders the images that hide such services there
   */
  static Separated of(
      ComposeSet plain, ComposeSet set, List<String> placeholders, RuleContext context) {
    Separated found = new Separated(new LinkedHashSet<>(), new LinkedHashSet<>());
    for (ComposeService service : plain.services()) {
      if (service.has("build") && !service.has("profiles")) {
        Optional<ComposeService> above = set.service(service.name());
        boolean isHidden =
            above.isPresent()
                && above.get().has("image")
                && BuildOnly.mayBe(service)
                && PlaceholderOverride.isPlaceholder(above.get(), placeholders);
        if (isHidden || BuildOnly.is(service, plain, context)) {
          found.whole.add(service.name());
        } else if (set.role() == ComposeRole.PRODUCTION) {
          found.builds.add(service.name());
        }
      }
    }
    found.close(context.compose().builds(plain).edges());
    return found;
  }

  /** The builds of some services, and those that stand on them. */
  static Separated ofBuilds(Set<String> names, ComposeSet plain, RuleContext context) {
    Separated found = new Separated(new LinkedHashSet<>(), new LinkedHashSet<>(names));
    found.close(context.compose().builds(plain).edges());
    return found;
  }

  /** What is built from an image goes where that is built. */
  private void close(List<BuildEdge> edges) {
    boolean grows = true;
    while (grows) {
      grows = false;
      for (BuildEdge edge : edges) {
        String base = edge.base().name();
        String name = edge.built().name();
        if ((whole.contains(base) || builds.contains(base)) && !whole.contains(name)) {
          grows |= builds.add(name);
        }
      }
    }
  }

  boolean isEmpty() {
    return whole.isEmpty() && builds.isEmpty();
  }

  /** Whether what stays can do without what goes. */
  boolean isPossible(ComposeSet plain, ComposeSet set) {
    for (ComposeService service : plain.services()) {
      if (builds.contains(service.name())
          && (service.scalar("image").isEmpty()
              || service.has("develop")
              || service.has("pull_policy"))) {
        return false;
      }
    }
    for (ComposeService service : set.services()) {
      for (String key : REFERRING) {
        if (!whole.contains(service.name()) && refers(service.find(key))) {
          return false;
        }
      }
    }
    return whole.size() < plain.services().size();
  }

  private boolean refers(Optional<ComposeNode> node) {
    if (node.isPresent() && node.get() instanceof Items items) {
      for (ComposeNode item : items.items()) {
        if (refers(Optional.of(item))) {
          return true;
        }
      }
    } else if (node.isPresent() && node.get() instanceof Scalar scalar) {
      String text = scalar.text();
      String name = text.startsWith("service:") ? text.substring("service:".length()) : text;
      int colon = name.indexOf(':');
      return whole.contains(colon < 0 ? name : name.substring(0, colon));
    }
    return false;
  }
}
