package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Compose fills in once all files are merged. Source: compose-go 2.16, transform/defaults. */
final class Defaults extends NodePass {

  private enum Of {
    BUILD,
    SECRET,
    PORT,
    DEVICE_REQUEST,
    BIND,
    NAME_SERVERS
  }

  private static final PathTable<Of> PLACES = new PathTable<>();

  static {
    for (String section : List.of("services.*.", "jobs.*.")) {
      PLACES.put(section + "build", Of.BUILD);
      PLACES.put(section + "secrets.*", Of.SECRET);
      PLACES.put(section + "ports.*", Of.PORT);
      PLACES.put(section + "gpus.*", Of.DEVICE_REQUEST);
      PLACES.put(section + "volumes.*.bind", Of.BIND);
      PLACES.put(section + "dns", Of.NAME_SERVERS);
    }
    PLACES.put("services.*.deploy.resources.reservations.devices.*", Of.DEVICE_REQUEST);
  }

  @Override
  Optional<ComposeNode> replace(ComposeNode node, ComposePath path) {
    Optional<Of> place = PLACES.find(path);
    return place.isEmpty() ? Optional.empty() : Optional.of(filled(place.get(), node));
  }

  private static ComposeNode filled(Of place, ComposeNode node) {
    if (place == Of.NAME_SERVERS) {
      return node instanceof Items items ? withoutEmpty(items) : node;
    }
    if (!(node instanceof Table table)) {
      return node;
    }
    Map<String, Member> members = new LinkedHashMap<>(table.members());
    switch (place) {
      case BUILD -> add(members, table, "context", Scalars.added(table.slice(), "."));
      case SECRET -> {
        String source = Scalars.text(table.find("source")).orElse("<nil>");
        add(members, table, "target", Scalars.added(table.slice(), "/run/secrets/" + source));
      }
      case PORT -> {
        add(members, table, "protocol", Scalars.added(table.slice(), "tcp"));
        add(members, table, "mode", Scalars.added(table.slice(), "ingress"));
      }
      case DEVICE_REQUEST -> {
        if (!members.containsKey("device_ids")) {
          add(members, table, "count", Scalars.added(table.slice(), "all"));
        }
      }
      case BIND -> add(members, table, "create_host_path", Scalars.added(table.slice(), true));
      case NAME_SERVERS -> throw new IllegalStateException("done above");
    }
    return new Table(table.slice(), members);
  }

  private static void add(Map<String, Member> members, Table to, String key, Scalar value) {
    members.putIfAbsent(key, new Member(to.slice(), value));
  }

  private static Items withoutEmpty(Items items) {
    List<ComposeNode> kept = new ArrayList<>();
    for (ComposeNode item : items.items()) {
      boolean empty =
          item instanceof Scalar scalar
              && (scalar.type() == ComposeNode.Type.NULL || scalar.text().isEmpty());
      if (!empty) {
        kept.add(item);
      }
    }
    return new Items(items.slice(), kept);
  }
}
