package dev.plimsoll.run;

import java.util.List;
import java.util.Optional;

/**
 * What became of one set of files.
 *
 * @param files their names, as the caller gave them
 * @param refusal why none of them was written, naming the culprit; empty where all of them were
 */
public record SetResult(List<String> files, Optional<String> refusal) {

  public SetResult {
    files = List.copyOf(files);
  }

  public boolean isWritten() {
    return refusal.isEmpty();
  }
}
