package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Slice;

/** One of the things that a key of a service lists, as items or as keys of a mapping. */
public final class Listed {

  private Listed() {}

  /**
   * Takes one out, and the key with it where nothing else is in it.
   *
   * @param place within the item, or the key in the mapping
   * @param spot of the service's key
   */
  public static Edit removal(Slice place, ComposeFile.Spot spot, YamlEdits edits) {
    if (spot.entry().value() instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        if (item.slice().place().span().contains(place.place().span())) {
          return list.items().size() == 1
              ? edits.removeEntry(spot.mapping(), spot.entry())
              : edits.removeItem(list, item);
        }
      }
    } else if (spot.entry().value() instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.key().slice().place().equals(place.place())) {
          return mapping.entries().size() == 1
              ? edits.removeEntry(spot.mapping(), spot.entry())
              : edits.removeEntry(mapping, entry);
        }
      }
    }
    return new Edit.Impossible("it stands in no list and in no mapping");
  }
}
