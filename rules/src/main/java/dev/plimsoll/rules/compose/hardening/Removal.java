package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Fixes that take a setting of a service out of the file it stands in. */
final class Removal {

  private Removal() {}

  /** Removes a key of a service; nothing where it stands in another file. */
  static Optional<Fix> ofKey(ComposeService service, String key, ComposeFile file) {
    Member member = service.body().members().get(key);
    Optional<ComposeFile.Spot> spot = member == null ? Optional.empty() : file.spot(member.key());
    if (member == null || spot.isEmpty()) {
      return Optional.empty();
    }
    Edit edit =
        YamlEdits.of(file.yaml(), file.source())
            .removeEntry(spot.get().mapping(), spot.get().entry());
    return Optional.of(removing("Remove " + key, edit, file, file.anchor(member.key())));
  }

  /** Removes an item of a list below a key of a service; the key, where it is the only one. */
  static Optional<Fix> ofItem(
      ComposeService service, String key, Slice item, String title, ComposeFile file) {
    Optional<ComposeFile.ItemSpot> spot = file.item(item);
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    if (spot.get().list().items().size() == 1) {
      return service.items(key).size() == 1 ? ofKey(service, key, file) : Optional.empty();
    }
    Edit edit =
        YamlEdits.of(file.yaml(), file.source()).removeItem(spot.get().list(), spot.get().item());
    return Optional.of(removing(title, edit, file, file.anchor(item)));
  }

  private static Fix removing(String title, Edit edit, ComposeFile file, Anchor anchor) {
    return Fix.unsafe(title, edit)
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor));
  }
}
