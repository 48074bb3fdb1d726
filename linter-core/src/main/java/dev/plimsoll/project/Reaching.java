package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * What a folder of the build context brings along.
 *
 * @param files paths below the context, in the order they were asked for
 * @param ignoreName the ignore file's name in the workspace, that of one to be made where there is
 *     none
 * @param ignoreFile all of its text; absent where there is none
 */
public record Reaching(List<String> files, String ignoreName, Optional<Slice> ignoreFile) {
  public Reaching {
    files = List.copyOf(files);
  }
}
