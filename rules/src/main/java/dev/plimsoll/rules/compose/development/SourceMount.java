package dev.plimsoll.rules.compose.development;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.PathKind;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Value;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of sources, mounted over the place to which the image copies them.
 *
 * @param copy what brings them into the image
 */
record SourceMount(ServiceMount mount, Copy copy) {

  /** Folders within a copied one that hold sources, not data. */
  private static final Set<String> SOURCES =
      Set.of(
          "api",
          "app",
          "backend",
          "client",
          "cmd",
          "code",
          "components",
          "frontend",
          "internal",
          "lib",
          "pages",
          "pkg",
          "server",
          "source",
          "sources",
          "src",
          "templates",
          "views",
          "web");

  /** None where it is anything else, or not known. */
  static Optional<SourceMount> of(
      ServiceMount mount, ComposeService service, ComposeSet set, RuleContext context) {
    if (mount.kind() != ServiceMount.Kind.BIND
        || mount.source().isEmpty()
        || mount.source().get().fixed().isEmpty()
        || !(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image)
        || !(image.value() instanceof ServiceImage.Built built)
        || !isFolder(mount, set, context)) {
      return Optional.empty();
    }
    for (Step step : built.stage().lineage()) {
      if (step instanceof Copy copy && isHidden(copy, mount)) {
        return Optional.of(new SourceMount(mount, copy));
      }
    }
    return Optional.empty();
  }

  private static boolean isFolder(ServiceMount mount, ComposeSet set, RuleContext context) {
    String source = mount.source().orElseThrow().text();
    return context.compose().composePath(set, source) instanceof Answer.Known<PathKind> kind
        && kind.value() == PathKind.FOLDER;
  }

  private static boolean isHidden(Copy copy, ServiceMount mount) {
    if (!copy.readsContext()
        || !(copy.target() instanceof Value.Known target)
        || copy.contextSources().isEmpty()) {
      return false;
    }
    String over = mount.target().text();
    String to = target.text();
    if (to.equals(over) || to.startsWith(over.equals("/") ? "/" : over + "/")) {
      return copy.isIntoFolder() || copy.copiesRoot() || copy.tree().sources().size() > 0;
    }
    String name = over.substring(over.lastIndexOf('/') + 1);
    return over.startsWith(to.equals("/") ? "/" : to + "/")
        && SOURCES.contains(name)
        && mount.source().orElseThrow().text().endsWith(name);
  }
}
