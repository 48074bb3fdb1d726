package dev.plimsoll.model.dockerfile;

import dev.plimsoll.text.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What a build sets the arguments of a Dockerfile to.
 *
 * @param given by name; they count wherever an ARG declares the name
 * @param isAll whether no other argument is set, so that an ARG's default holds
 */
public record BuildArguments(Map<String, Value> given, boolean isAll) {

  /** Those of a build of which nothing is known. */
  public static final BuildArguments UNKNOWN = new BuildArguments(Map.of(), false);

  public BuildArguments {
    given = Map.copyOf(given);
  }

  /** Whether the builder itself knows an argument, so that no ARG need declare it. */
  public static boolean isPredefined(String name) {
    return GlobalArguments.isPlatform(name)
        || GlobalArguments.isEverywhere(name)
        || name.startsWith("BUILDKIT_")
        || name.equals("SOURCE_DATE_EPOCH");
  }

  /** What one is set to; nothing where the build is not known to set it. */
  Optional<Value> find(String name) {
    return Optional.ofNullable(given.get(name));
  }
}
