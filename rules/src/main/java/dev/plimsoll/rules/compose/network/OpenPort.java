package dev.plimsoll.rules.compose.network;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A port of a container that every interface of the host answers at.
 *
 * @param item in the long form
 * @param published empty where the engine picks one
 * @param target the container's port
 * @param place of the address, else of the host's port, else of the whole
 */
record OpenPort(Table item, String published, String target, Slice place) {

  private static final String LOOPBACK = "127.0.0.1";

  /** Those of a service; none where a variable may bring an address. */
  static List<OpenPort> of(ComposeService service) {
    List<ComposeNode> items = service.items("ports");
    if (items.isEmpty() || !publishes(service)) {
      return List.of();
    }
    List<OpenPort> open = new ArrayList<>();
    for (ComposeNode item : items) {
      Optional<Scalar> target =
          item instanceof Table table ? scalar(table, "target") : Optional.empty();
      if (item instanceof Table table && target.isPresent() && target.get().known().isPresent()) {
        add(table, target.get(), open);
      }
    }
    return open;
  }

  private static void add(Table item, Scalar target, List<OpenPort> open) {
    Optional<Scalar> address = scalar(item, "host_ip");
    Optional<Scalar> published = scalar(item, "published");
    if (address.isPresent() && !isAny(address.get())) {
      return;
    }
    Slice place = item.slice();
    if (address.isPresent() && !address.get().text().isEmpty()) {
      place = address.get().slice();
    } else if (published.isPresent() && !published.get().text().isEmpty()) {
      place = published.get().slice();
    }
    String port = published.isEmpty() ? "" : published.get().text();
    open.add(new OpenPort(item, port, target.text(), place));
  }

  /** Whether an address stands for all; one that a variable brings may be another. */
  private static boolean isAny(Scalar address) {
    Optional<String> known = address.known();
    return known.isPresent()
        && (known.get().isEmpty() || known.get().equals("0.0.0.0") || known.get().equals("::"));
  }

  /** Where another container's or the host's network is used, ports are read past or refused. */
  private static boolean publishes(ComposeService service) {
    Optional<Scalar> mode = service.scalar("network_mode");
    return mode.isEmpty() || mode.get().text().equals("bridge");
  }

  private static Optional<Scalar> scalar(Table table, String key) {
    Optional<ComposeNode> node = table.find(key);
    return node.isPresent() && node.get() instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** How messages call it. */
  String name() {
    return published.isEmpty() ? target : published;
  }

  /** Publishes it on the host's own address alone; nothing where it stands in another file. */
  Optional<Fix> atLoopback(ComposeService service, ComposeFile file) {
    Optional<ComposeFile.ItemSpot> spot = file.item(item.slice());
    if (spot.isEmpty() || isVariable(place) || hidesAnother(spot.get().list(), service)) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Edit edit = new Edit.Impossible("it is no port");
    if (spot.get().item() instanceof YamlNode.Scalar scalar) {
      edit = quoted(scalar, edits.replace(scalar, NewYaml.text(bound(scalar.text()))));
    } else if (spot.get().item() instanceof YamlNode.Mapping mapping) {
      Optional<Scalar> address = scalar(item, "host_ip");
      edit =
          address.isEmpty()
              ? edits.addKey(mapping, "host_ip", NewYaml.text(LOOPBACK))
              : Edit.replace(address.get().slice(), LOOPBACK);
    }
    Anchor anchor = file.anchor(item.slice());
    return Optional.of(
        Fix.unsafe("Publish it on 127.0.0.1 alone", edit)
            .changing(anchor)
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor.child("host_ip"))));
  }

  /** Whether Compose left out an item as the same, which would come to light. */
  private static boolean hidesAnother(YamlNode.Sequence list, ComposeService service) {
    Set<Place> kept = new HashSet<>();
    for (ComposeNode item : service.items("ports")) {
      kept.add(item.slice().place());
    }
    for (YamlNode item : list.items()) {
      if (!kept.contains(item.slice().place())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a variable brings the address that stands for all. */
  private boolean isVariable(Slice address) {
    Optional<Scalar> own = scalar(item, "host_ip");
    return own.isPresent() && !own.get().text().isEmpty() && address.text().indexOf('$') >= 0;
  }

  /** With quotes, where it had none: a port is better off with some. */
  private Edit quoted(YamlNode.Scalar scalar, Edit edit) {
    return edit instanceof Edit.Replace && scalar.style() == YamlNode.Style.PLAIN
        ? Edit.replace(scalar.slice(), '"' + bound(scalar.text()) + '"')
        : edit;
  }

  private String bound(String text) {
    if (published.isEmpty()) {
      return LOOPBACK + "::" + text.substring(text.lastIndexOf(':') + 1);
    }
    String[] any = {"0.0.0.0:", "[::]:"};
    for (String start : any) {
      if (text.startsWith(start)) {
        return LOOPBACK + ":" + text.substring(start.length());
      }
    }
    return LOOPBACK + ":" + text;
  }
}
