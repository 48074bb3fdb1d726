package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import java.util.Optional;

/**
 * Where a reference leads.
 *
 * @param node nothing unless something is there
 * @param file in which it is, or should be; nothing where that was not read
 * @param fragment behind the hash sign, empty for a whole file
 */
public record Target(
    State state, Optional<YamlNode> node, Optional<OpenApiFile> file, String fragment) {

  /** What became of it. */
  public enum State {
    FOUND,
    /** Nothing stands there in the file. */
    NOWHERE,
    /** There is no such file. */
    NO_FILE,
    /** A folder has that name. */
    FOLDER,
    /** It leads to another host, or to what is not read; an id may stand for it. */
    UNKNOWN
  }
}
