package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostMount;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whoever may talk to the daemon may start a container that is root on the host. */
@RuleInfo(
    id = "compose/docker-socket-mount",
    title = "Container can control the Docker daemon",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.NONE,
    aliases = "compose-lint:CL-0001",
    cwe = 250,
    options = DockerSocketMount.Options.class)
public final class DockerSocketMount extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "images that may have the socket, beside known proxies")
          List<String> allowedImages) {
    public Options {
      allowedImages = List.copyOf(allowedImages);
    }
  }

  private static final String[] SOCKETS = {
    "docker.sock", "containerd.sock", "podman.sock", "crio.sock"
  };

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> api = service.scalar("use_api_socket");
    if (api.isPresent() && api.get().known().orElse("").equals("true")) {
      report(service, "use_api_socket", api.get().slice(), context);
    }
    if (!service.has("volumes")) {
      return;
    }
    for (HostMount mount : HostMount.of(service, set)) {
      if (isSocket(mount.text()) || SystemPaths.holdSocket(mount.path())) {
        report(service, "volumes", mount.place(), context);
      }
    }
    for (Scalar pipe : pipes(service)) {
      report(service, "volumes", pipe.slice(), context);
    }
  }

  private static boolean isSocket(String path) {
    for (String socket : SOCKETS) {
      if (path.endsWith(socket)) {
        return true;
      }
    }
    return path.endsWith("docker_engine");
  }

  /** The named pipes of Windows. */
  private static List<Scalar> pipes(ComposeService service) {
    List<Scalar> pipes = new ArrayList<>();
    for (ServiceMount mount : service.mounts()) {
      if (mount.kind() == ServiceMount.Kind.OTHER
          && mount.source().isPresent()
          && isSocket(mount.source().get().text())) {
        pipes.add(mount.source().get());
      }
    }
    return pipes;
  }

  private static void report(ComposeService service, String key, Slice place, RuleContext context) {
    Optional<Scalar> image = service.scalar("image");
    Optional<String> name = image.isEmpty() ? Optional.empty() : image.get().known();
    Optional<ImageReference> reference =
        name.isEmpty() ? Optional.empty() : ImageReference.parse(name.get());
    if (reference.isPresent() && isAllowed(reference.get(), context)) {
      return;
    }
    Finding finding =
        key.equals("volumes")
            ? Finding.at(
                service.anchor(key),
                place,
                "%s lets the container control the engine, which is root on the host,"
                    + " read-only or not: put a socket proxy between them",
                place)
            : Finding.at(
                service.anchor(key),
                place,
                "use_api_socket lets the container control the engine, which is root on the host");
    context.report(finding);
  }

  private static boolean isAllowed(ImageReference image, RuleContext context) {
    return SocketProxies.isProxy(image)
        || context.options(Options.class).allowedImages().contains(image.familiarName());
  }
}
