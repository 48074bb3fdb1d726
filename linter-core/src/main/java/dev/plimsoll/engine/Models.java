package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.project.ModelSource;
import dev.plimsoll.text.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The models of one state of the files, built when asked for. A model is some ten times its text:
 * those of ten thousand files would fill the heap, and few are asked about twice. So only the last
 * few that other files asked about are kept.
 */
final class Models implements ModelSource {

  private static final int KEPT = 16;

  private final SortedMap<String, SourceText> texts;
  private final RunReaders readers;
  private final Map<String, Optional<DockerfileModel>> kept = new LinkedHashMap<>();

  /**
   * The models of texts.
   *
   * @param texts by name; read only, and by several threads
   */
  Models(SortedMap<String, SourceText> texts, RunReaders readers) {
    this.texts = texts;
    this.readers = readers;
  }

  @Override
  public Optional<DockerfileModel> dockerfile(String name) {
    SourceText text = texts.get(name);
    if (text == null) {
      return Optional.empty();
    }
    Optional<DockerfileModel> model;
    synchronized (kept) {
      model = kept.remove(name);
      if (model != null) {
        kept.put(name, model); // the last of all to go
        return model;
      }
    }
    model = built(text);
    synchronized (kept) {
      if (kept.size() >= KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
      kept.put(name, model);
    }
    return model;
  }

  private Optional<DockerfileModel> built(SourceText text) {
    try {
      Optional<SourceModel> model = readers.model(text);
      return model.isPresent()
              && model.get() instanceof DockerfileModel dockerfile
              && dockerfile.template().isEmpty()
          ? Optional.of(dockerfile)
          : Optional.empty();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return Optional.empty(); // the file's own judgement says so
    }
  }
}
