package dev.plimsoll.project;

import dev.plimsoll.model.compose.BuildPaths;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.BuildArguments;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service is built from, as far as that lies in the workspace. Variables count by their
 * defaults.
 *
 * @param context the folder's name in the workspace
 * @param dockerfile the file's name in the workspace
 * @param isSure whether no variable decides these
 * @param target the stage that is asked for; absent where it is the last
 * @param contexts the additional ones, by the name that stands for each
 * @param places where all this is written
 */
record ServiceBuild(
    String context,
    String dockerfile,
    boolean isSure,
    Optional<Scalar> target,
    BuildArguments arguments,
    Map<String, Scalar> contexts,
    List<Place> places) {

  ServiceBuild {
    contexts = Map.copyOf(contexts);
    places = List.copyOf(places);
  }

  /** The build of a service that has one. */
  static Answer<ServiceBuild> of(ComposeSet set, ComposeService service) {
    if (service.find("build", "dockerfile_inline").isPresent()) {
      return new Answer.Unknown<>("the Dockerfile stands in the Compose file");
    }
    Optional<Scalar> context = service.scalar("build", "context");
    Optional<Scalar> file = service.scalar("build", "dockerfile");
    Optional<String> folder = path(set.folder(), context, ".");
    if (folder.isEmpty()) {
      return new Answer.Unknown<>("the build context is not a folder of the workspace");
    }
    Optional<String> dockerfile = path(folder.get(), file, BuildPaths.DEFAULT);
    if (dockerfile.isEmpty()) {
      return new Answer.Unknown<>("the Dockerfile is not a file of the workspace");
    }
    List<Place> places = places(service);
    boolean sure = isFixed(context) && isFixed(file);
    ServiceBuild build =
        new ServiceBuild(
            folder.get(),
            dockerfile.get(),
            sure,
            service.scalar("build", "target"),
            new BuildArguments(arguments(service), true),
            contexts(service),
            places);
    return new Answer.Known<>(build, places);
  }

  private static List<Place> places(ComposeService service) {
    List<Place> places = new ArrayList<>();
    places.add(service.keySlice("build").orElse(service.key()).place());
    for (String key : List.of("context", "dockerfile", "target")) {
      Optional<Scalar> given = service.scalar("build", key);
      if (given.isPresent()) {
        places.add(given.get().slice().place());
      }
    }
    return places;
  }

  private static boolean isFixed(Optional<Scalar> given) {
    return given.isEmpty() || given.get().fixed().isPresent();
  }

  /** The name in the workspace; nothing for an address and for what lies elsewhere. */
  private static Optional<String> path(String folder, Optional<Scalar> given, String standard) {
    if (given.isEmpty()) {
      return WorkspacePaths.resolve(folder, standard);
    }
    Optional<String> known = given.get().known();
    String text = known.isEmpty() ? "" : known.get();
    return text.isEmpty() || BuildPaths.isRemote(text)
        ? Optional.empty()
        : WorkspacePaths.resolve(folder, text);
  }

  /** An argument without a value takes it from the environment. */
  private static Map<String, Value> arguments(ComposeService service) {
    Map<String, Value> arguments = new LinkedHashMap<>();
    for (Map.Entry<String, Member> entry : service.members("build", "args").entrySet()) {
      if (entry.getValue().value() instanceof Scalar scalar) {
        boolean bare = scalar.type() == ComposeNode.Type.NULL;
        arguments.put(
            entry.getKey(),
            bare
                ? new Value.Unknown("the environment sets this argument", scalar.slice())
                : scalar.value());
      }
    }
    return arguments;
  }

  private static Map<String, Scalar> contexts(ComposeService service) {
    Map<String, Scalar> contexts = new LinkedHashMap<>();
    for (Map.Entry<String, Member> entry :
        service.members("build", "additional_contexts").entrySet()) {
      if (entry.getValue().value() instanceof Scalar scalar) {
        contexts.put(entry.getKey(), scalar);
      }
    }
    return contexts;
  }
}
