package dev.plimsoll.model.openapi;

import java.util.Optional;

/** Where the files are that references name. */
public interface OpenApiFiles {

  /** Has none: what stands in other files is unknown. */
  OpenApiFiles NONE =
      new OpenApiFiles() {
        @Override
        public Sought find(String from, String path) {
          return new Sought(State.UNKNOWN, Optional.empty());
        }
      };

  /**
   * The file of a path.
   *
   * @param from the name of the file in which the path is written
   * @param path relative to that file, percent-decoded
   */
  Sought find(String from, String path);

  /**
   * What was found.
   *
   * @param file nothing where it was not read
   */
  record Sought(State state, Optional<OpenApiFile> file) {}

  /** How a search ended. */
  enum State {
    READ,
    ABSENT,
    FOLDER,
    /** It may be there: it lies outside of what is read, or cannot be. */
    UNKNOWN
  }
}
