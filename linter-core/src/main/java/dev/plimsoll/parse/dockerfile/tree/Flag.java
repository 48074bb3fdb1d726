package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * {@code --name} or {@code --name=value} before an instruction's arguments.
 *
 * @param slice as written, dashes and quotes included
 * @param name without dashes
 */
public record Flag(Slice slice, Word name, Optional<Word> value) {

  /** The key-value fields of {@code --mount}; none for a flag without a value. */
  public MountFields mountFields() {
    return value.isEmpty() ? MountFields.NONE : MountFields.of(value.get());
  }
}
