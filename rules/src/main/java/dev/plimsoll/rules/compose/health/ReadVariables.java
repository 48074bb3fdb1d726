package dev.plimsoll.rules.compose.health;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.compose.references.UnreadVariables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which variables of those that a service is given its program reads. */
final class ReadVariables {

  private ReadVariables() {}

  /**
   * Whether the program of a service may read a variable: none is seen not to, a server reads its
   * own, and of a file of variables for several services each reads only a part.
   */
  static boolean mayRead(
      String variable, ComposeService service, ComposeSet set, RuleContext context) {
    Optional<BackingImage> server = server(service, set, context);
    if (server.isPresent()) {
      return server.get().isNamedIn(variable) || startsFileOrNames(variable, service);
    }
    if (!service.members("environment").containsKey(variable) && sharesFile(service, set)) {
      return service.has("build")
          && context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known
          && known.value() instanceof ServiceImage.Built built
          && context.compose().files().isNamed(built.context(), variable)
              instanceof Answer.Known<Boolean> named
          && named.value();
    }
    Optional<UnreadVariables> unread = UnreadVariables.of(service, set, context);
    return unread.isEmpty() || !unread.get().has(variable, context);
  }

  /** What holds data for others, and reads no more than its own settings. */
  private static Optional<BackingImage> server(
      ComposeService service, ComposeSet set, RuleContext context) {
    if (!(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known)
        || !(known.value() instanceof ServiceImage.Pulled pulled)) {
      return Optional.empty();
    }
    Optional<BackingImage> image = BackingImages.find(pulled.reference());
    return image.isPresent()
            && image.get().isDatastore()
            && image.get().kind() != BackingImage.Kind.SEARCH
        ? image // searches lean on stores and models, whose names they read
        : Optional.empty();
  }

  /** Whether it is started by a script, or with a command that speaks of the variable. */
  private static boolean startsFileOrNames(String variable, ComposeService service) {
    for (String key : List.of("command", "entrypoint")) {
      List<ComposeNode> words = new ArrayList<>(service.items(key));
      Optional<Scalar> line = service.scalar(key);
      if (line.isPresent()) {
        words.add(line.get());
      }
      for (ComposeNode word : words) {
        if (word instanceof Scalar scalar
            && (scalar.written().contains(variable) || scalar.written().contains(".sh"))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether another service of a set gets one of its files of variables. */
  private static boolean sharesFile(ComposeService service, ComposeSet set) {
    Set<String> own = envFiles(service);
    for (ComposeService other : set.services()) {
      if (!other.name().equals(service.name()) && other.has("env_file")) {
        for (String path : envFiles(other)) {
          if (own.contains(path)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Set<String> envFiles(ComposeService service) {
    Set<String> paths = new HashSet<>();
    for (ComposeNode item : service.items("env_file")) {
      Optional<ComposeNode> path =
          item instanceof ComposeNode.Table table ? table.find("path") : Optional.of(item);
      if (path.isPresent() && path.get() instanceof Scalar scalar) {
        paths.add(scalar.text());
      }
    }
    return paths;
  }
}
