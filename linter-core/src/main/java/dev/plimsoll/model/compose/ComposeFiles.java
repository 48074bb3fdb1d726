package dev.plimsoll.model.compose;

import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.text.SourceText;
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

  /** A file's text; nothing where there is no such file, or it cannot be read. */
  Optional<SourceText> text(String name);

  /** Whether a folder is there. */
  boolean isFolder(String name);
}
