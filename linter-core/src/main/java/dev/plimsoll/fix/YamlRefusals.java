package dev.plimsoll.fix;

import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlUses;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.Optional;

/** Where a YAML file must stay as it is: what could not be read, and what aliases share. */
final class YamlRefusals {

  private final YamlFile file;
  private final YamlUses uses;
  private final boolean everyUse;

  /**
   * For one file.
   *
   * @param everyUse whether what an alias stands for may change with each of its uses
   */
  YamlRefusals(YamlFile file, YamlUses uses, boolean everyUse) {
    this.file = file;
    this.uses = uses;
    this.everyUse = everyUse;
  }

  /** Why a mapping takes no further key of this name; nothing where it does. */
  Optional<Edit> newKey(Mapping mapping, String key) {
    if (mapping.find(key).isPresent()) {
      return Optional.of(new Edit.Impossible("the key is there already"));
    }
    return growth(mapping);
  }

  /** Why nothing can be added to a node; nothing where it can. */
  Optional<Edit> growth(YamlNode node) {
    if (file.isCut(node)) {
      return Optional.of(new Edit.Impossible("a part of it could not be read"));
    }
    return change(node.slice().span());
  }

  /** Why nothing may change at a place; nothing where it may. */
  Optional<Edit> change(Span place) {
    for (Slice unread : file.unread()) {
      if (unread.span().overlaps(place)) {
        return Optional.of(new Edit.Impossible("a part of it could not be read"));
      }
    }
    Optional<String> shared = everyUse ? Optional.empty() : uses.sharedThrough(place);
    return shared.isPresent()
        ? Optional.of(new Edit.Impossible("the change would show at each *" + shared.get()))
        : Optional.empty();
  }

  /** Why nothing may go from a place; nothing where it may. */
  Optional<Edit> removal(Span place) {
    Optional<String> needed = uses.neededOutside(place);
    return needed.isPresent()
        ? Optional.of(new Edit.Impossible("*" + needed.get() + " elsewhere stands for it"))
        : change(place);
  }
}
