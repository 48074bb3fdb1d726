package dev.plimsoll.source;

import dev.plimsoll.text.Language;
import java.util.Optional;

/** What the configuration says about the files of a walk. */
public interface FileChoice {

  /** Leaves everything to the names. */
  FileChoice NONE =
      new FileChoice() {
        @Override
        public boolean excludes(String name) {
          return false;
        }

        @Override
        public Optional<Language> language(String name) {
          return Optional.empty();
        }
      };

  /**
   * Whether a file, or a folder with all that is in it, is left out. Asked of what a walk meets,
   * never of what the user named.
   */
  boolean excludes(String name);

  /** The language of a file whose name alone does not tell it. It goes before the name. */
  Optional<Language> language(String name);
}
