package dev.plimsoll.model.compose;

import dev.plimsoll.parse.yaml.tree.YamlDocument;
import java.util.List;
import java.util.Optional;

/** Where a file set's files come from. */
public interface ComposeFiles {

  /**
   * The documents of a file.
   *
   * @param name in the workspace
   * @return nothing where there is no such file, or it cannot be read
   */
  Optional<List<YamlDocument>> documents(String name);

  /** Whether a file or folder is there. */
  boolean isFolder(String name);
}
