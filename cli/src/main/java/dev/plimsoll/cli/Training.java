package dev.plimsoll.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a JVM is made to run while it records the archive of loaded classes: each command once, in
 * one process, so that a later start finds in the archive whatever it needs. It prints nothing and
 * writes nothing.
 */
public final class Training {

  private Training() {}

  /** The only argument is the folder with the samples. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    run(folder, "check", "clean.Dockerfile");
    run(folder, "check", "Dockerfile", "clean.Dockerfile");
    run(folder, "check", "compose.yaml");
    run(folder, "check", "entry.sh", "Makefile", "demo.service", "action.yml");
    run(folder, "check", "openapi.yaml");
    run(folder, "check", "--profile", "all", "openapi.json");
    run(folder, "check", "--format", "json", "Dockerfile");
    run(folder, "check", "--format", "sarif", "Dockerfile");
    run(folder, "check", "--format", "concise", ".");
    run(folder, "check", "--diff", "--unsafe-fixes", "Dockerfile");
    run(folder, "check", "--diff", "--unsafe-fixes", "openapi.yaml");
    run(folder, "check", "--stdin-filename", "Dockerfile", "-");
    run(folder, "explain", "shell/world-writable-mode");
    run(folder, "rules");
    run(folder, "config", "show", "Dockerfile");
    run(folder, "--help");
  }

  private static void run(Path folder, String... arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    ByteArrayInputStream in =
        new ByteArrayInputStream("FROM alpine:3.22\n".getBytes(StandardCharsets.UTF_8));
    Main.run(new Console(in, nowhere, nowhere, folder, Map.of(), false), arguments);
  }
}
