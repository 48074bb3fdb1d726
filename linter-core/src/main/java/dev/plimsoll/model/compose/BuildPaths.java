package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import java.util.Optional;

/** What a service is built from, where that is a folder of this machine and no variable's. */
public final class BuildPaths {

  /** What the Dockerfile is called where nothing says it. */
  public static final String DEFAULT = "Dockerfile";

  private BuildPaths() {}

  /** The folder, as seen from the project's. */
  public static Optional<String> context(ComposeService service) {
    Optional<Scalar> context = service.scalar("build", "context");
    return context.isEmpty() ? Optional.empty() : local(context.get());
  }

  /** A folder; nothing where it is an address, another service's image or not known. */
  public static Optional<String> local(Scalar context) {
    Optional<String> path = context.fixed();
    return path.isPresent() && isRemote(path.get()) ? Optional.empty() : path;
  }

  /** Whether a context is an address, or the image of another service. */
  public static boolean isRemote(String context) {
    return context.indexOf(':') >= 0
        || context.startsWith("github.com/")
        || context.startsWith("git@");
  }

  /** The Dockerfile, as seen from the project's folder. */
  public static Optional<String> dockerfile(ComposeService service) {
    Optional<String> folder = context(service);
    if (folder.isEmpty() || service.find("build", "dockerfile_inline").isPresent()) {
      return Optional.empty();
    }
    Optional<Scalar> given = service.scalar("build", "dockerfile");
    if (given.isEmpty()) {
      return Optional.of(folder.get() + "/" + DEFAULT);
    }
    Optional<String> name = given.get().fixed();
    if (name.isEmpty() || name.get().indexOf(':') >= 0 || name.get().startsWith("/")) {
      return Optional.empty();
    }
    return Optional.of(folder.get() + "/" + name.get());
  }

  /** The other name under which builders look for the default Dockerfile. */
  public static String lowerCase(String path) {
    return path.substring(0, path.length() - DEFAULT.length()) + "dockerfile";
  }
}
