package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists whose items have a key: of two items with one key the later counts, in the place of the
 * first. Source: compose-go 2.16, override/uncity.go.
 */
final class UniqueItems extends NodePass {

  private enum Key {
    NAME,
    TARGET,
    DEVICE,
    CONFIG,
    SECRET,
    ENV_FILE,
    PORT
  }

  private static final PathTable<Key> KEYS = new PathTable<>();

  static {
    KEYS.put("networks.*.labels", Key.NAME);
    KEYS.put("networks.*.ipam.options", Key.NAME);
    for (String key :
        List.of(
            "annotations",
            "build.args",
            "build.additional_contexts",
            "build.platform",
            "build.tags",
            "build.labels",
            "cap_add",
            "cap_drop",
            "deploy.labels",
            "dns",
            "dns_opt",
            "dns_search",
            "environment",
            "expose",
            "labels",
            "links",
            "networks.*.aliases",
            "networks.*.link_local_ips",
            "profiles",
            "sysctls",
            "tmpfs")) {
      KEYS.put("services.*." + key, Key.NAME);
    }
    KEYS.put("services.*.configs", Key.CONFIG);
    KEYS.put("services.*.secrets", Key.SECRET);
    KEYS.put("services.*.devices", Key.DEVICE);
    KEYS.put("services.*.env_file", Key.ENV_FILE);
    KEYS.put("services.*.ports", Key.PORT);
    KEYS.put("services.*.volumes", Key.TARGET);
  }

  private final List<Refusal> refusals;

  /** Adds to {@code refusals} the items that lack their key. */
  UniqueItems(List<Refusal> refusals) {
    this.refusals = refusals;
  }

  @Override
  Optional<ComposeNode> replace(ComposeNode node, ComposePath path) {
    Optional<Key> key = node instanceof Items ? KEYS.find(path) : Optional.empty();
    return key.isEmpty() ? Optional.empty() : Optional.of(unique((Items) node, key.get()));
  }

  private Items unique(Items items, Key key) {
    Map<String, ComposeNode> byKey = new LinkedHashMap<>();
    for (ComposeNode item : items.items()) {
      if (item instanceof Table table) {
        require(table, key);
      }
      byKey.put(keyOf(item, key), item);
    }
    return byKey.size() == items.items().size()
        ? items
        : new Items(items.slice(), new ArrayList<>(byKey.values()));
  }

  private void require(Table item, Key key) {
    Optional<String> wanted =
        switch (key) {
          case TARGET, DEVICE, PORT -> Optional.of("target");
          case ENV_FILE -> Optional.of("path");
          case NAME, CONFIG, SECRET -> Optional.empty();
        };
    if (wanted.isPresent() && item.find(wanted.get()).isEmpty()) {
      String message = "the key " + wanted.get() + " is missing here: add it";
      refusals.add(new Refusal(Refusal.Kind.SHAPE, item.slice(), message));
    }
  }

  private static String keyOf(ComposeNode item, Key key) {
    return item instanceof Table table
        ? keyOf(table, key)
        : item instanceof Scalar scalar ? keyOf(scalar, key) : "";
  }

  private static String keyOf(Scalar item, Key key) {
    String text = item.text();
    return switch (key) {
      case NAME -> item.type() == ComposeNode.Type.STRING ? before(text, '=') : text;
      case TARGET -> MountForm.target(item);
      case DEVICE -> {
        List<Scalar> parts = new Cuts(item).split(':', 0, 3);
        yield parts.get(Math.min(1, parts.size() - 1)).text();
      }
      case CONFIG -> "/" + text;
      case SECRET -> "/run/secrets/" + text;
      case ENV_FILE, PORT -> text;
    };
  }

  private static String before(String text, char separator) {
    int at = text.indexOf(separator);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String keyOf(Table item, Key key) {
    return switch (key) {
      case NAME -> "";
      case TARGET, DEVICE -> text(item, "target", "");
      case CONFIG -> text(item, "target", "/" + text(item, "source", "<nil>"));
      case SECRET -> text(item, "target", "/run/secrets/" + text(item, "source", "<nil>"));
      case ENV_FILE -> text(item, "path", "");
      case PORT ->
          text(item, "host_ip", "0.0.0.0")
              + ":"
              + text(item, "published", "<nil>")
              + ":"
              + text(item, "target", "")
              + "/"
              + text(item, "protocol", "tcp");
    };
  }

  private static String text(Table item, String key, String otherwise) {
    return Scalars.text(item.find(key)).orElse(otherwise);
  }
}
