package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
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

  /** Those in a text. */
  public static List<HostUse> in(String variable, Scalar text) {
    return HostReader.read(variable, text);
  }
}
