package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.YamlCut;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The edits of a separation as they come together, and what they change; one may be impossible. */
final class SeparationEdits {

  private final List<Edit> edits = new ArrayList<>();
  private final List<ModelChange> changes = new ArrayList<>();
  private boolean fails;

  void add(Edit edit) {
    edits.add(edit);
  }

  void add(Optional<Edit> edit) {
    if (edit.isPresent()) {
      edits.add(edit.get());
    }
  }

  void change(ModelChange change) {
    changes.add(change);
  }

  /** What stands at an address in one file, and then in another. */
  void move(String from, String to, Anchor anchor) {
    changes.add(ModelChange.move(from, anchor, to, anchor));
  }

  /** The lines of an entry; where they cannot be cut out, nothing is to be done. */
  Optional<YamlCut> cut(WrittenServices written, Mapping mapping, Entry entry) {
    Optional<YamlCut> cut =
        YamlCut.of(written.file().yaml(), written.file().source(), mapping, entry);
    fails |= cut.isEmpty();
    return cut;
  }

  /** Something cannot be moved. */
  void fail() {
    fails = true;
  }

  boolean isPossible() {
    return !fails;
  }

  List<Edit> edits() {
    return edits;
  }

  List<ModelChange> changes() {
    return changes;
  }
}
