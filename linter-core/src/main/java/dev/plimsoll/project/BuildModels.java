package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.BuildArguments;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dockerfiles as the builds of services read them, whether they are to be linted or not. The last
 * few are kept: each of many rules asks about them.
 */
final class BuildModels {

  private static final int KEPT = 16;

  private final ModelSource models;
  private final Map<String, Optional<DockerfileModel>> kept = new LinkedHashMap<>();

  BuildModels(ModelSource models) {
    this.models = models;
  }

  /** The model of a file; nothing where it cannot be read. */
  Optional<DockerfileModel> find(String name, BuildArguments arguments) {
    String key = key(name, arguments);
    synchronized (kept) {
      Optional<DockerfileModel> known = kept.remove(key);
      if (known != null) {
        kept.put(key, known); // the last of all to go
        return known;
      }
    }
    Optional<SourceText> text = text(name);
    Optional<DockerfileModel> model =
        text.isEmpty() ? Optional.empty() : models.dockerfile(text.get(), arguments);
    synchronized (kept) {
      if (kept.size() >= KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
      kept.put(key, model);
    }
    return model;
  }

  private Optional<SourceText> text(String name) {
    Optional<DockerfileModel> read = models.dockerfile(name);
    return read.isPresent() ? Optional.of(read.get().source()) : Optional.empty();
  }

  /** What tells a reading from another: the file, and what its arguments may be. */
  private static String key(String name, BuildArguments arguments) {
    StringBuilder key = new StringBuilder(name);
    for (Map.Entry<String, Value> entry : new TreeMap<>(arguments.given()).entrySet()) {
      key.append('\0').append(entry.getKey());
      for (Value each : entry.getValue().alternatives()) {
        key.append('\1').append(each instanceof Value.Known known ? known.text() : "\2");
      }
    }
    return key.toString();
  }
}
