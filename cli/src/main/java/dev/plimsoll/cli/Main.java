package dev.plimsoll.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The entry point. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // Standard output is UTF-8 whatever the locale: the same input gives the same bytes.
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    // Whether a person looks at it only the launcher can tell on every JVM.
    Console console =
        new Console(
            System.in,
            out,
            err,
            Path.of(""),
            System.getenv(),
            Boolean.getBoolean("plimsoll.terminal"));
    int status = run(console, arguments);
    out.flush();
    err.flush();
    // Rules that were given up may still run on their daemon threads.
    Runtime.getRuntime().halt(status);
  }

  /** A run in a world of the caller's; the exit status. */
  static int run(Console console, String... arguments) {
    return new Cli(console).run(arguments).status();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
