package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The names in a depends_on as it is written. */
final class Dependants {

  private Dependants() {}

  /** Takes some names out, and the key with them where no other is in it. */
  static List<Edit> release(Mapping service, Entry depends, Set<String> names, YamlEdits edits) {
    List<Edit> removals = new ArrayList<>();
    int all = 0;
    if (depends.value() instanceof Sequence list) {
      all = list.items().size();
      for (YamlNode item : list.items()) {
        if (item instanceof YamlNode.Scalar name && names.contains(name.text())) {
          removals.add(edits.removeItem(list, item));
        }
      }
    } else if (depends.value() instanceof Mapping mapping) {
      all = mapping.entries().size();
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof YamlNode.Scalar name && names.contains(name.text())) {
          removals.add(edits.removeEntry(mapping, entry));
        }
      }
    }
    return removals.isEmpty() || removals.size() < all
        ? removals
        : List.of(edits.removeEntry(service, depends));
  }
}
