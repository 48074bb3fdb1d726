package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeFile.Spot;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The section of services as a file writes it, in each of its documents. */
final class ServiceEntries {

  private static final String SECTION = "services";

  private ServiceEntries() {}

  /** All keys of services, in the order of the text. */
  static List<Spot> of(List<YamlDocument> documents) {
    List<Spot> found = new ArrayList<>();
    for (YamlNode.Entry section : sections(documents)) {
      if (section.value() instanceof Mapping services) {
        for (YamlNode.Entry entry : services.entries()) {
          found.add(new Spot(services, entry));
        }
      }
    }
    return found;
  }

  /** The key of one service. */
  static Optional<Spot> find(List<YamlDocument> documents, String name) {
    for (Spot spot : of(documents)) {
      if (isNamed(spot.entry(), name)) {
        return Optional.of(spot);
      }
    }
    return Optional.empty();
  }

  /** The key of the first section. */
  static Optional<Slice> key(List<YamlDocument> documents) {
    List<YamlNode.Entry> sections = sections(documents);
    return sections.isEmpty() ? Optional.empty() : Optional.of(sections.get(0).key().slice());
  }

  private static List<YamlNode.Entry> sections(List<YamlDocument> documents) {
    List<YamlNode.Entry> found = new ArrayList<>();
    for (YamlDocument document : documents) {
      if (document.root().isPresent() && document.root().get() instanceof Mapping root) {
        for (YamlNode.Entry entry : root.entries()) {
          if (isNamed(entry, SECTION)) {
            found.add(entry);
          }
        }
      }
    }
    return found;
  }

  private static boolean isNamed(YamlNode.Entry entry, String name) {
    return entry.key() instanceof YamlNode.Scalar key && key.text().equals(name);
  }
}
