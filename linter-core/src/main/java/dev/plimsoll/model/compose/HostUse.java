package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A host that a service is told to talk to: that of a URL or of a connection string, or what a
 * variable is set to whose name says that it holds one.
 *
 * @param variable the variable that says so; empty for a word of a command line
 * @param host its name or address, at its own characters where they can be told apart
 * @param port as written there; the scheme's own is not put in
 * @param form how sure it is that this is a host
 */
public record HostUse(String variable, Scalar host, Optional<Integer> port, Form form) {

  /** How a host is written. */
  public enum Form {
    /** {@code scheme://user@host:port}, {@code tcp(host:port)}. */
    URL,
    /** {@code Host=db;Port=5432}, {@code host=db port=5432}. */
    KEYWORD,
    /** The whole value of a variable such as {@code DB_HOST}, or one of its items. */
    VARIABLE
  }

  /**
   * Where a Compose file says it: at its own characters, or where another file sets it at the value
   * of the variable, or at the name of the file of variables.
   *
   * @param service that is told so
   * @return nothing where yet another Compose file says it
   */
  public Optional<Slice> placeIn(String file, ComposeService service) {
    if (isIn(file, host.slice())) {
      return Optional.of(host.slice());
    }
    ComposeNode.Member member = service.members("environment").get(variable);
    if (member != null) {
      Slice value = member.value().slice();
      return isIn(file, value) ? Optional.of(value) : Optional.empty();
    }
    String name = host.slice().place().file();
    String base = name.substring(name.lastIndexOf('/') + 1);
    for (ComposeNode item : service.items("env_file")) {
      Optional<ComposeNode> path =
          item instanceof ComposeNode.Table table ? table.find("path") : Optional.of(item);
      if (path.isPresent()
          && path.get() instanceof Scalar scalar
          && ('/' + scalar.text()).endsWith('/' + base)
          && isIn(file, scalar.slice())) {
        return Optional.of(scalar.slice());
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(String file, Slice slice) {
    return slice.place().file().equals(file);
  }

  /** Those in a text. */
  public static List<HostUse> in(String variable, Scalar text) {
    return HostReader.read(variable, text);
  }
}
