package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Optional;

/**
 * The mode that {@code --chmod} names, or would by the default of an argument.
 *
 * @param slice as written
 */
record CopyMode(Slice slice, FileMode mode) {

  static Optional<CopyMode> of(Copy copy) {
    Optional<Flag> flag = copy.flag("chmod");
    if (flag.isEmpty() || flag.get().value().isEmpty()) {
      return Optional.empty();
    }
    Value value = copy.before().valueOf(flag.get().value().get());
    if (!(value.alternatives().get(0) instanceof Value.Known known)) {
      return Optional.empty();
    }
    Optional<FileMode> mode = FileMode.parse(known.text());
    return mode.isEmpty()
        ? Optional.empty()
        : Optional.of(new CopyMode(flag.get().value().get().slice(), mode.get()));
  }

  /** Whether the mode stands there itself. */
  boolean isLiteral() {
    return slice.text().equals(mode.text());
  }
}
