package dev.plimsoll.model.compose;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * How a file set is started.
 *
 * @param name what tells it from the other sets of its folder: {@code base}, {@code base+prod}
 * @param files in the order in which each is laid over those before
 * @param folder the project's, from which its relative paths go out
 * @param environment what files set its variables to
 * @param isWhole whether no other file is known to belong to it, so that what is not there is
 *     nowhere
 * @param role what it is for
 * @param evidence the commands and variables that say it is started so; none where names alone do
 */
public record ComposeStart(
    String name,
    List<String> files,
    String folder,
    Environment environment,
    boolean isWhole,
    ComposeRole role,
    List<Slice> evidence) {

  public ComposeStart {
    files = List.copyOf(files);
    evidence = List.copyOf(evidence);
  }

  /** Other files, started in the same way. */
  public ComposeStart of(List<String> others) {
    return new ComposeStart(name, others, folder, environment, false, role, evidence);
  }

  /** Files of which nothing but their names is known. */
  public static ComposeStart named(String name, List<String> files, boolean isWhole) {
    return new ComposeStart(
        name,
        files,
        Paths.parent(files.get(0)),
        Environment.EMPTY,
        isWhole,
        ComposeRole.UNKNOWN,
        List.of());
  }
}
