package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.YamlCut;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes services that move elsewhere out of what is said of them where they are no more. */
final class GoneServices {

  private final Set<String> names;
  private final SeparationEdits edits;

  GoneServices(Set<String> names, SeparationEdits edits) {
    this.names = names;
    this.edits = edits;
  }

  /** Removes what another file says of the services that go. */
  void remove(WrittenServices written) {
    List<Entry> gone = new ArrayList<>();
    for (Entry entry : written.services().entries()) {
      if (names.contains(Separation.text(entry))) {
        gone.add(entry);
        edits.change(
            ModelChange.of(
                ModelChange.Kind.REMOVE,
                written.file().name(),
                Separation.SERVICES.child(Separation.text(entry))));
      }
    }
    if (gone.isEmpty()) {
      return;
    }
    if (gone.size() == written.services().entries().size()) {
      edits.add(YamlCut.emptied(written.file().source(), written.section()));
      return;
    }
    for (int i = 0; i < gone.size(); i++) {
      boolean isLeading = written.services().entries().get(i).equals(gone.get(i));
      Optional<YamlCut> cut = edits.cut(written, written.services(), gone.get(i));
      if (cut.isPresent()) {
        edits.add((isLeading ? cut.get().leading() : cut.get()).removal());
      }
    }
  }

  /** Lets a service that stays no longer wait for those that go. */
  void release(Entry service, WrittenServices written) {
    String name = Separation.text(service);
    Optional<Mapping> body = written.body(name);
    Optional<Entry> depends =
        body.isEmpty() || names.contains(name)
            ? Optional.empty()
            : WrittenServices.entry(body.get(), "depends_on");
    if (body.isEmpty() || depends.isEmpty()) {
      return;
    }
    YamlEdits yaml = YamlEdits.of(written.file().yaml(), written.file().source());
    List<Edit> removals = Dependants.release(body.get(), depends.get(), names, yaml);
    if (!removals.isEmpty()) {
      for (Edit removal : removals) {
        edits.add(removal);
      }
      Anchor anchor = Separation.SERVICES.child(name).child("depends_on");
      edits.change(ModelChange.of(ModelChange.Kind.REMOVE, written.file().name(), anchor));
    }
  }
}
