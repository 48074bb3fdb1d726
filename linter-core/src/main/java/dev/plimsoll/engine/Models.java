package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.dockerfile.BuildArguments;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.project.ModelSource;
import dev.plimsoll.project.ScriptReaders;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The models of one state of the files, built when asked for. A model is some ten times its text:
 * those of ten thousand files would fill the heap, and few are asked about twice. So only the last
 * few that other files asked about are kept.
 */
final class Models implements ModelSource {

  private static final int KEPT = 16;

  private static final int LONGEST_CONTEXT = 4 << 20;

  private final Workspace workspace;
  private final SortedMap<String, SourceText> texts;
  private final RunReaders readers;
  private volatile Optional<Set<String>> openApiFiles = Optional.empty();
  private final Map<String, Optional<DockerfileModel>> kept = new LinkedHashMap<>();

  /**
   * The models of texts.
   *
   * @param workspace where the files lie that are no targets
   * @param texts by name; read only, and by several threads
   */
  Models(Workspace workspace, SortedMap<String, SourceText> texts, RunReaders readers) {
    this.workspace = workspace;
    this.texts = texts;
    this.readers = readers;
  }

  @Override
  public Optional<DockerfileModel> dockerfile(String name) {
    Optional<DockerfileModel> model;
    synchronized (kept) {
      model = kept.remove(name);
      if (model != null) {
        kept.put(name, model); // the last of all to go
        return model;
      }
    }
    model = built(name);
    synchronized (kept) {
      if (kept.size() >= KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
      kept.put(name, model);
    }
    return model;
  }

  @Override
  public Set<String> openApiFiles() {
    Set<String> names = openApiFiles.orElseGet(() -> readers.files(Language.OPENAPI));
    openApiFiles = Optional.of(names); // each of them asks
    return names;
  }

  @Override
  public ScriptReaders borrow() {
    return readers.readers().borrow();
  }

  @Override
  public void giveBack(ScriptReaders lent) {
    readers.readers().giveBack(lent);
  }

  @Override
  public Optional<DockerfileModel> dockerfile(SourceText text, BuildArguments arguments) {
    try {
      DockerfileModel model = readers.readers().dockerfile(text, arguments);
      return model.template().isEmpty() ? Optional.of(model) : Optional.empty();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return Optional.empty();
    }
  }

  private Optional<DockerfileModel> built(String name) {
    SourceText text = texts.get(name);
    try {
      Optional<SourceModel> model = text == null ? context(name) : readers.model(text);
      return model.isPresent()
              && model.get() instanceof DockerfileModel dockerfile
              && dockerfile.template().isEmpty()
          ? Optional.of(dockerfile)
          : Optional.empty();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return Optional.empty(); // the file's own judgement says so
    }
  }

  /** What another file names is a Dockerfile, whatever it is called. */
  private Optional<SourceModel> context(String name) {
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST_CONTEXT) {
      return Optional.empty();
    }
    try {
      SourceFile file = workspace.read(name);
      return file.whyNotText().isPresent()
          ? Optional.empty()
          : Optional.of(readers.readers().read(file.text(), Language.DOCKERFILE));
    } catch (IOException e) {
      return Optional.empty(); // context that cannot be read is none
    }
  }
}
