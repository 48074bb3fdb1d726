package dev.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The world outside a command: streams, environment and working directory, so that tests bring
 * their own.
 *
 * @param terminal whether a person looks at standard output
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path workingDirectory,
    Map<String, String> environment,
    boolean terminal) {

  /** One line to standard error, under the tool's name. */
  void complain(String message) {
    err.println("plimsoll: " + message);
  }

  /** A text of the class path, such as a help page. */
  static String resource(String name) {
    try (InputStream in = Console.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the distribution lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether an environment variable is set and not empty. */
  boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
