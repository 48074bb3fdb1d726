package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Takes a mount away from a service. */
public final class MountRemoval {

  private MountRemoval() {}

  /** None where it stands in another file, or has no place of its own. */
  public static Optional<Fix> of(ServiceMount mount, ComposeService service, ComposeFile file) {
    Optional<ComposeFile.ItemSpot> item = file.item(mount.slice());
    Optional<Slice> key = service.keySlice("volumes");
    if (item.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Edit edit;
    if (item.get().list().items().size() > 1) {
      edit = edits.removeItem(item.get().list(), item.get().item());
    } else {
      Optional<ComposeFile.Spot> spot = file.spot(key.get());
      if (spot.isEmpty() || !spot.get().entry().value().equals(item.get().list())) {
        return Optional.empty();
      }
      edit = edits.removeEntry(spot.get().mapping(), spot.get().entry());
    }
    return Optional.of(
        Fix.unsafe("Remove the mount of " + mount.target().text(), edit)
            .declaring(
                ModelChange.of(ModelChange.Kind.REMOVE, file.name(), service.anchor("volumes")))
            .mayTrigger("compose/unused-volume"));
  }
}
