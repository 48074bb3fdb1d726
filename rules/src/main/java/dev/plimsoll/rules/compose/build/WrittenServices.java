package dev.plimsoll.rules.compose.build;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import java.util.Optional;

/**
 * The services of a file as they are written.
 *
 * @param root of the file's only document
 * @param section the entry of the services
 * @param services their mapping
 */
record WrittenServices(ComposeFile file, Mapping root, Entry section, Mapping services) {

  static Optional<WrittenServices> of(ComposeFile file) {
    if (file.documents().size() != 1
        || !file.problems().isEmpty()
        || file.documents().get(0).root().isEmpty()
        || !(file.documents().get(0).root().get() instanceof Mapping root)) {
      return Optional.empty();
    }
    Optional<Entry> section = entry(root, "services");
    return section.isPresent() && section.get().value() instanceof Mapping services
        ? Optional.of(new WrittenServices(file, root, section.get(), services))
        : Optional.empty();
  }

  static Optional<Entry> entry(Mapping mapping, String key) {
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof YamlNode.Scalar scalar && scalar.text().equals(key)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  Optional<Entry> entry(String service) {
    return entry(services, service);
  }

  /** What is written of a service, where that is a mapping. */
  Optional<Mapping> body(String service) {
    Optional<Entry> entry = entry(service);
    return entry.isPresent() && entry.get().value() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }
}
