package dev.plimsoll.engine;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.source.SourceFile;

/** A file that was read and understood. */
record ParsedFile(SourceFile file, DockerfileModel model) {

  String name() {
    return file.name();
  }
}
