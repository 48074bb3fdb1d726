package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import java.util.Optional;

/** Where the models of a run come from; asked by several threads at once. */
public interface ModelSource {

  /** The model of the Dockerfile of that name, or nothing if none of that name was read. */
  Optional<DockerfileModel> dockerfile(String name);
}
