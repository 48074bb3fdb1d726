package dev.plimsoll.rules.compose.build;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.BuildEdge;
import dev.plimsoll.project.BuildGraph;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.RuleContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Services that are there for the image that they build alone. */
public final class BuildOnly {

  /** A service that has one of these runs for something. */
  private static final List<String> RUNNING =
      List.of(
          "ports",
          "expose",
          "volumes",
          "healthcheck",
          "devices",
          "develop",
          "tty",
          "stdin_open",
          "volumes_from",
          "post_start",
          "provider");

  /** Images whose own command is a shell or a console, which ends where nobody types. */
  private static final Set<String> CONSOLES =
      Set.of(
          "alpine",
          "busybox",
          "debian",
          "ubuntu",
          "fedora",
          "almalinux",
          "rockylinux",
          "amazonlinux",
          "python",
          "node",
          "ruby",
          "golang",
          "rust",
          "gcc",
          "eclipse-temurin",
          "amazoncorretto",
          "buildpack-deps");

  private BuildOnly() {}

  /**
   * Whether a service runs nothing that lasts: it is there for its image alone, or a dummy hides
   * that. How it runs is no matter then.
   */
  public static boolean runsNothing(ComposeService service, ComposeSet set, RuleContext context) {
    return service.has("build")
        && (PlaceholderOverride.isPlaceholder(service, PlaceholderOverride.USUAL)
            || is(service, set, context));
  }

  /** Whether nothing of a service says that it is there to run. */
  static boolean mayBe(ComposeService service) {
    for (String key : RUNNING) {
      if (service.has(key)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a service is started by default, and yet there for its image alone: it is built, its
   * command ends at once or it has none, and others take its image. Not, where a dummy hides it:
   * that is a matter of its own.
   */
  static boolean is(ComposeService service, ComposeSet set, RuleContext context) {
    if (!service.has("build")
        || !mayBe(service)
        || PlaceholderOverride.isPlaceholder(service, PlaceholderOverride.USUAL)) {
      return false;
    }
    boolean ends = IdleCommand.ends(service);
    if (!ends && !IdleCommand.isAbsent(service)) {
      return false;
    }
    if (ends && IdleCommand.isSilent(service) && service.has("image")) {
      return true;
    }
    BuildGraph builds = context.compose().builds(set);
    return ends
        ? !builds.above(service).isEmpty() || isNamed(service, set)
        : !builds.above(service).isEmpty() && isConsole(service, set, context);
  }

  /** The names of the services that are built from its image. */
  static Set<String> above(ComposeService service, ComposeSet set, RuleContext context) {
    Set<String> names = new LinkedHashSet<>();
    for (BuildEdge edge : context.compose().builds(set).above(service)) {
      names.add(edge.built().name());
    }
    return names;
  }

  /** Whether another service runs its image, or is told its name. */
  private static boolean isNamed(ComposeService service, ComposeSet set) {
    Optional<Scalar> image = service.scalar("image");
    Optional<String> name = image.isEmpty() ? Optional.empty() : image.get().known();
    if (name.isEmpty()) {
      return false;
    }
    for (ComposeService other : set.services()) {
      if (!other.name().equals(service.name())
          && (isText(other.find("image"), name.get())
              || has(other.members("environment"), name.get())
              || has(other.members("build", "args"), name.get()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Map<String, Member> values, String text) {
    for (Member member : values.values()) {
      if (isText(Optional.of(member.value()), text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(Optional<ComposeNode> node, String text) {
    return node.isPresent() && node.get() instanceof Scalar scalar && scalar.text().equals(text);
  }

  /** Whether the image starts nothing that goes on. */
  private static boolean isConsole(ComposeService service, ComposeSet set, RuleContext context) {
    if (!(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known)) {
      return false;
    }
    for (ServiceImage.Built built : known.value().builds()) {
      Stage stage = built.stage();
      if (stage.end().cmd().isPresent() || stage.end().entrypoint().isPresent()) {
        return false;
      }
    }
    if (!(known.value().root() instanceof Answer.Known<ServiceImage> root)) {
      return false;
    }
    return root.value() instanceof ServiceImage.Scratch
        || (root.value() instanceof ServiceImage.Pulled pulled
            && CONSOLES.contains(pulled.reference().familiarName())
            && isUnix(pulled.known()));
  }

  private static boolean isUnix(Optional<BaseImage> image) {
    return image.isEmpty() || image.get().family() != BaseImage.Family.WINDOWS;
  }

  /** Whether a file's name says that it is there to build images. */
  static boolean isBuildFile(String file) {
    String base = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    for (String word : base.split("[^a-z0-9]+", -1)) {
      if (word.equals("build") || word.equals("builds")) {
        return true;
      }
    }
    return false;
  }
}
