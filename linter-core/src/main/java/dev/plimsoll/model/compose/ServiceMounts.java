package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ServiceMount.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the mounts of a service: {@code volumes}, {@code tmpfs}, {@code configs}, {@code secrets}.
 */
final class ServiceMounts {

  private static final String SECRETS = "/run/secrets/";

  private final List<ServiceMount> mounts = new ArrayList<>();

  private ServiceMounts() {}

  static List<ServiceMount> of(ComposeService service) {
    ServiceMounts reader = new ServiceMounts();
    for (ComposeNode item : service.items("volumes")) {
      reader.volume(item);
    }
    Optional<ComposeNode> tmpfs = service.find("tmpfs");
    if (tmpfs.isPresent() && tmpfs.get() instanceof Scalar one) {
      reader.tmpfs(one);
    }
    for (ComposeNode item : service.items("tmpfs")) {
      reader.tmpfs(item);
    }
    for (ComposeNode item : service.items("configs")) {
      reader.file(item, Kind.CONFIG, "/");
    }
    for (ComposeNode item : service.items("secrets")) {
      reader.file(item, Kind.SECRET, SECRETS);
    }
    return reader.mounts;
  }

  private void volume(ComposeNode item) {
    if (!(item instanceof Table table)
        || !(table.find("target").orElse(item) instanceof Scalar target)) {
      return;
    }
    String type = Scalars.text(table.find("type")).orElse("");
    Optional<Scalar> source = scalar(table, "source");
    boolean readOnly = Scalars.text(table.find("read_only")).orElse("").equals("true");
    mounts.add(
        new ServiceMount(kind(type), source, cleaned(target), readOnly, table.slice(), table));
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "volume" -> Kind.VOLUME;
      case "bind" -> Kind.BIND;
      case "tmpfs" -> Kind.TMPFS;
      default -> Kind.OTHER;
    };
  }

  private static Optional<Scalar> scalar(Table table, String key) {
    Optional<ComposeNode> node = table.find(key);
    return node.isPresent() && node.get() instanceof Scalar scalar && !scalar.text().isEmpty()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** {@code /run:mode=755,uid=1000}, whose options become those of the long form. */
  private void tmpfs(ComposeNode item) {
    if (!(item instanceof Scalar scalar) || scalar.text().isEmpty()) {
      return;
    }
    List<Scalar> parts = new Cuts(scalar).split(':', 0, 2);
    Map<String, Member> options = new LinkedHashMap<>();
    boolean readOnly = false;
    if (parts.size() > 1) {
      for (Scalar option : new Cuts(parts.get(1)).split(',', 0, Integer.MAX_VALUE)) {
        int equals = option.text().indexOf('=');
        readOnly |= option.text().equals("ro");
        if (equals > 0) {
          Scalar value = option.part(equals + 1, option.text().length());
          options.put(option.text().substring(0, equals), new Member(option.slice(), value));
        }
      }
    }
    Table below = new Table(scalar.slice(), options);
    Table table = new Table(scalar.slice(), Map.of("tmpfs", new Member(scalar.slice(), below)));
    mounts.add(
        new ServiceMount(
            Kind.TMPFS, Optional.empty(), cleaned(parts.get(0)), readOnly, scalar.slice(), table));
  }

  /** Where it has no target its name is one; a secret's that is no whole path is below a folder. */
  private void file(ComposeNode item, Kind kind, String folder) {
    if (!(item instanceof Table table)) {
      return;
    }
    Optional<Scalar> source = scalar(table, "source");
    Optional<Scalar> target = scalar(table, "target");
    Optional<Scalar> name = target.isPresent() ? target : source;
    if (name.isPresent()) {
      Scalar given = name.get();
      String path = given.text().startsWith("/") ? given.text() : folder + given.text();
      Scalar whole = new Scalar(given.slice(), Paths.clean(path), given.type(), given.value());
      mounts.add(new ServiceMount(kind, source, whole, true, table.slice(), table));
    }
  }

  private static Scalar cleaned(Scalar path) {
    return new Scalar(path.slice(), Paths.clean(path.text()), path.type(), path.value());
  }

  /** The services whose mounts it has, too, as {@code volumes_from} names them. */
  static List<Scalar> takenOver(ComposeService service) {
    List<Scalar> names = new ArrayList<>();
    Optional<ComposeNode> list = service.find("volumes_from");
    if (list.isPresent() && list.get() instanceof Items items) {
      for (ComposeNode item : items.items()) {
        if (item instanceof Scalar scalar && !scalar.text().startsWith("container:")) {
          names.add(scalar);
        }
      }
    }
    return names;
  }
}
