package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * What is laid over a path in the containers of a service.
 *
 * @param source the volume's name, the path on the host, the name of the config or secret; absent
 *     for a volume without a name and for a tmpfs
 * @param target the path in the container
 * @param slice the whole mount
 * @param options its long form
 */
public record ServiceMount(
    Kind kind,
    Optional<Scalar> source,
    Scalar target,
    boolean readOnly,
    Slice slice,
    Table options) {

  /** What lies there. */
  public enum Kind {
    /** A volume, with a name or without. */
    VOLUME,
    /** A file or folder of the host. */
    BIND,
    /** Memory, empty at each start. */
    TMPFS,
    CONFIG,
    SECRET,
    /** A cluster volume, an image, a named pipe. */
    OTHER
  }

  /** The name of the volume, where it has one. */
  public Optional<String> volume() {
    return kind == Kind.VOLUME && source.isPresent() ? source.get().known() : Optional.empty();
  }

  ServiceMount asReadOnly() {
    return new ServiceMount(kind, source, target, true, slice, options);
  }

  /** A text or number at keys of the long form. */
  public Optional<Scalar> option(String... keys) {
    ComposeNode node = options;
    for (String key : keys) {
      Optional<ComposeNode> below =
          node instanceof Table table ? table.find(key) : Optional.empty();
      if (below.isEmpty()) {
        return Optional.empty();
      }
      node = below.get();
    }
    return node instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }
}
