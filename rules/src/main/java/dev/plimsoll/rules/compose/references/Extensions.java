package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlUses.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys at the root of a file that begin with {@code x-}, which Compose reads past. */
final class Extensions {

  private Extensions() {}

  static List<ComposeFile.Spot> of(ComposeFile file) {
    List<ComposeFile.Spot> found = new ArrayList<>();
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent() && document.root().get() instanceof YamlNode.Mapping root) {
        for (YamlNode.Entry entry : root.entries()) {
          if (entry.key() instanceof YamlNode.Scalar key && key.text().startsWith("x-")) {
            found.add(new ComposeFile.Spot(root, entry));
          }
        }
      }
    }
    return found;
  }

  /** The one whose whole value an anchor names. */
  static Optional<ComposeFile.Spot> around(ComposeFile file, Target target) {
    for (ComposeFile.Spot spot : of(file)) {
      YamlNode value = spot.entry().value();
      if (value.slice().span().equals(target.span()) && value.properties().anchor().isPresent()) {
        return Optional.of(spot);
      }
    }
    return Optional.empty();
  }
}
