package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file or folder of the host in the containers of a service: a bind mount, or a volume that the
 * local driver makes of a path.
 *
 * @param path clean, with {@code ~} for the folder of whoever starts Compose; empty where a
 *     variable decides it
 * @param text as Compose makes it where nothing but the files sets variables
 * @param place of the path
 */
public record HostMount(ServiceMount mount, String path, String text, Slice place) {

  private static final List<String> HOMES = List.of("${HOME}", "$HOME", "~");

  /** Those of a service, in the order of its mounts. */
  public static List<HostMount> of(ComposeService service, ComposeSet set) {
    List<HostMount> found = new ArrayList<>();
    for (ServiceMount mount : service.mounts()) {
      Optional<Scalar> source = source(mount, set);
      if (source.isPresent()) {
        String path = path(source.get());
        found.add(
            new HostMount(mount, path, Paths.clean(source.get().text()), source.get().slice()));
      }
    }
    return found;
  }

  /** How messages call it. */
  public String name() {
    return path.isEmpty() ? text : path;
  }

  /** Whether the containers can change what lies there. */
  public boolean isWritable() {
    return !mount.readOnly();
  }

  private static Optional<Scalar> source(ServiceMount mount, ComposeSet set) {
    return switch (mount.kind()) {
      case BIND -> mount.source();
      case VOLUME ->
          mount.volume().isEmpty() ? Optional.empty() : device(mount.volume().get(), set);
      case TMPFS, CONFIG, SECRET, OTHER -> Optional.empty();
    };
  }

  /** What {@code driver_opts} with {@code type: none} binds. */
  private static Optional<Scalar> device(String name, ComposeSet set) {
    Member volume = set.section("volumes").get(name);
    if (volume == null
        || !(volume.value() instanceof Table table)
        || !(table.find("driver_opts").orElse(table) instanceof Table options)
        || !(options.find("device").orElse(options) instanceof Scalar device)) {
      return Optional.empty();
    }
    boolean bind =
        Scalars.text(options.find("type")).orElse("none").equals("none")
            && Scalars.text(options.find("o")).orElse("").contains("bind");
    return bind ? Optional.of(device) : Optional.empty();
  }

  private static String path(Scalar source) {
    String written = source.slice().text();
    int quote = !written.isEmpty() && "\"'".indexOf(written.charAt(0)) >= 0 ? 1 : 0;
    for (String home : HOMES) {
      if (written.startsWith(home, quote)) {
        String rest = source.text().startsWith("~") ? source.text().substring(1) : source.text();
        boolean below = rest.isEmpty() || rest.startsWith("/");
        return below ? "~" + (rest.isEmpty() ? "" : Paths.clean(rest)) : "";
      }
    }
    Optional<String> known = source.known();
    return known.isEmpty() ? "" : Paths.clean(known.get());
  }
}
