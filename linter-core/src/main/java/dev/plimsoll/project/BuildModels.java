package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.BuildArguments;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dockerfiles as the builds of services read them, whether they are to be linted or not. As many as
 * a large project has are kept: each of many rules asks about all of them in turn.
 */
final class BuildModels {

  private static final long MOST_CHARACTERS = 500_000;
  private static final long LEAST = 500; // what the names and the folders of a model weigh

  private final ModelSource models;
  private final Recent<String, Optional<DockerfileModel>> kept = new Recent<>(MOST_CHARACTERS);

  BuildModels(ModelSource models) {
    this.models = models;
  }

  /** The model of a file; nothing where it cannot be read. */
  Optional<DockerfileModel> find(String name, BuildArguments arguments) {
    String key = key(name, arguments);
    Optional<Optional<DockerfileModel>> known = kept.find(key);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<SourceText> text = text(name);
    Optional<DockerfileModel> model =
        text.isEmpty() ? Optional.empty() : models.dockerfile(text.get(), arguments);
    kept.put(key, model, LEAST + (text.isEmpty() ? 0 : text.get().content().length()));
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
