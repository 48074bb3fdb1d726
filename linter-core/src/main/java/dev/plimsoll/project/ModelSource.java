package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.BuildArguments;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.text.SourceText;
import java.util.Optional;
import java.util.Set;

/** Where the models of a run come from; asked by several threads at once. */
public interface ModelSource {

  /** The model of the Dockerfile of that name; nothing where it is not there or cannot be read. */
  Optional<DockerfileModel> dockerfile(String name);

  /** What a text says to a build with these arguments; nothing where it is a template. */
  Optional<DockerfileModel> dockerfile(SourceText text, BuildArguments arguments);

  /** The names of the OpenAPI files that are analysed. */
  Set<String> openApiFiles();

  /** Readers for one thread, until it gives them back. */
  ScriptReaders borrow();

  /** Takes readers back. Those that are lost on the way are no harm. */
  void giveBack(ScriptReaders readers);
}
