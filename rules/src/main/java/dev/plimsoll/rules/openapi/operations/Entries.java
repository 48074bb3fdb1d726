package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/** The keys of objects, as fixes of rules take them out. */
public final class Entries {

  private Entries() {}

  /**
   * The fix that takes a key out of a mapping.
   *
   * @param anchor of the mapping
   */
  public static Fix removing(
      String title, Mapping node, Anchor anchor, String key, OpenApiDescription api) {
    OpenApiFile file = api.file(node.slice());
    Optional<YamlNode.Entry> entry = node.entry(key);
    Edit edit =
        entry.isEmpty()
            ? new Edit.Impossible("it is not there")
            : YamlEdits.of(file.yaml(), file.source()).removeEntry(node, entry.get());
    return Fix.unsafe(title, edit)
        .declaring(
            ModelChange.of(
                ModelChange.Kind.REMOVE, file.name(), anchor.child(key.replace('/', '|'))));
  }

  /** Whether something that is not read here may decide what an object holds. */
  public static boolean isOpen(OpenApiObject object, OpenApiDescription api) {
    return isOpen(object.node(), api);
  }

  /** The same for a mapping that is none of its own. */
  public static boolean isOpen(Mapping node, OpenApiDescription api) {
    return node.find("<<").isPresent() || api.file(node.slice()).yaml().isCut(node);
  }
}
