package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import java.util.Optional;

/** Where the models of a run come from; asked by several threads at once. */
public interface ModelSource {

  /** The model of the Dockerfile of that name; nothing where it is not there or cannot be read. */
  Optional<DockerfileModel> dockerfile(String name);
}
