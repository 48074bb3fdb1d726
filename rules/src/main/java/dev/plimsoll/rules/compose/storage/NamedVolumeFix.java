package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Gives a service a volume with a name, which the file declares. */
final class NamedVolumeFix {

  private final ComposeService service;
  private final ComposeFile file;
  private final YamlEdits edits;
  private final String name;

  /**
   * @param purpose what the name of the volume ends with
   */
  NamedVolumeFix(ComposeService service, ComposeSet set, ComposeFile file, String purpose) {
    this.service = service;
    this.file = file;
    this.edits = YamlEdits.of(file.yaml(), file.source());
    String free = service.name() + "-" + purpose;
    while (set.section("volumes").containsKey(free)) {
      free += "-2";
    }
    this.name = free;
  }

  /** One more mount. */
  Optional<Fix> adding(String path) {
    NewYaml item = NewYaml.text(name + ":" + path);
    Optional<Slice> key = service.keySlice("volumes");
    Edit edit;
    if (key.isPresent()) {
      Optional<ComposeFile.Spot> spot = file.spot(key.get());
      if (spot.isEmpty() || !(spot.get().entry().value() instanceof YamlNode.Sequence list)) {
        return Optional.empty();
      }
      edit = edits.addItem(list, item);
    } else {
      Optional<Slice> what = service.keySlice(service.has("image") ? "image" : "build");
      Optional<ComposeFile.Spot> spot = what.isEmpty() ? Optional.empty() : file.spot(what.get());
      if (spot.isEmpty()) {
        return Optional.empty();
      }
      edit = edits.addKey(spot.get().mapping(), "volumes", NewYaml.list(item));
    }
    return declared("Keep " + path + " in a volume " + name, edit);
  }

  /** In the place of a mount in short form. */
  Optional<Fix> replacing(ServiceMount mount) {
    Optional<ComposeFile.ItemSpot> spot = file.item(mount.slice());
    if (spot.isEmpty() || !(spot.get().item() instanceof YamlNode.Scalar scalar)) {
      return Optional.empty();
    }
    String path = mount.target().text();
    int at = scalar.text().lastIndexOf(path);
    boolean isLast = at >= 0 && at + path.length() == scalar.text().length();
    if (!isLast || scalar.text().indexOf('$') >= 0) {
      return Optional.empty(); // options would need a look
    }
    Edit edit = edits.replace(scalar, NewYaml.text(name + ":" + path));
    return declared("Keep " + path + " in a volume " + name, edit);
  }

  private Optional<Fix> declared(String title, Edit edit) {
    Optional<Edit> declaration = declaration();
    if (declaration.isEmpty()) {
      return Optional.empty();
    }
    Anchor mounts = service.anchor("volumes");
    Anchor volumes = Anchor.FILE.child("volumes");
    return Optional.of(
        Fix.unsafe(title, edit, declaration.get())
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), mounts))
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), mounts))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), volumes)));
  }

  private Optional<Edit> declaration() {
    if (file.documents().size() != 1
        || file.documents().get(0).root().isEmpty()
        || !(file.documents().get(0).root().get() instanceof YamlNode.Mapping root)) {
      return Optional.empty();
    }
    NewYaml empty = NewYaml.mapping();
    Optional<YamlNode> section = root.find("volumes");
    if (section.isEmpty()) {
      return Optional.of(edits.addKey(root, "volumes", NewYaml.mapping(NewYaml.pair(name, empty))));
    }
    return section.get() instanceof YamlNode.Mapping mapping
        ? Optional.of(edits.addKey(mapping, name, empty))
        : Optional.empty();
  }
}
