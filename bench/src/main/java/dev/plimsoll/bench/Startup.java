package dev.plimsoll.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times whole processes: the launcher with one Dockerfile, or one Compose file, against a hello
 * world in a jar on the same JVM, with the JVM's default archive and the serial collector. Pairs
 * alternate, so that what else the machine does meets both; the figures are medians.
 */
public final class Startup {

  private static final int PAIRS = 30;

  private Startup() {}

  /**
   * Arguments: the launcher, the jar with {@link Hello}, a folder for samples, and Java homes.
   * Prints one row of a Markdown table for each home and sample.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path samples = Path.of(arguments[2]);
    Files.writeString(
        samples.resolve("clean.Dockerfile"),
        "FROM alpine:3.22\nRUN apk add --no-cache curl && mkdir -p /srv\nUSER 1000\n");
    Files.writeString(
        samples.resolve("faulty.Dockerfile"),
        "FROM alpine:3.22\nENV A b\nRUN chmod 777 /srv && mkdir -m 0777 /data\n");
    Path compose = writeCompose(samples.resolve("compose"));
    System.out.println("| JVM | sample | hello world | plimsoll check | ratio |");
    System.out.println("|---|---|---|---|---|");
    for (String home : Arrays.asList(arguments).subList(3, arguments.length)) {
      for (String sample : List.of("clean.Dockerfile", "faulty.Dockerfile")) {
        row(arguments, home, samples.resolve(sample));
      }
      row(arguments, home, compose);
    }
  }

  /** A Compose file with what lies beside it: an override, variables, and what it builds. */
  private static Path writeCompose(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("api"));
    Files.writeString(folder.resolve(".env"), "TAG=3.22\nPORT=8080\n");
    Files.writeString(folder.resolve("api.env"), "MODE=prod\n");
    Files.writeString(
        folder.resolve("api/Dockerfile"),
        "FROM alpine:3.22\nRUN apk add --no-cache curl\nUSER 1000\nCMD [\"sleep\", \"9\"]\n");
    Files.writeString(
        folder.resolve("compose.override.yaml"),
        "services:\n  api:\n    ports: [\"${PORT}:80\"]\n");
    return Files.writeString(
        folder.resolve("compose.yaml"),
        """
        services:
          api:
            build: api
            env_file: api.env
            depends_on: [db]
            restart: unless-stopped
          db:
            image: alpine:${TAG}
            volumes: ["data:/data"]
            healthcheck:
              test: [CMD, "true"]
        volumes:
          data:
        """);
  }

  private static void row(String[] arguments, String home, Path sample)
      throws IOException, InterruptedException {
    List<String> hello =
        List.of(
            home + File.separator + "bin" + File.separator + "java",
            "-XX:+UseSerialGC",
            "-cp",
            arguments[1],
            Hello.class.getName());
    List<String> check = List.of(arguments[0], "check", sample.toString());
    time(check, home, "wait"); // makes the archive
    List<Long> hellos = new ArrayList<>();
    List<Long> checks = new ArrayList<>();
    for (int i = 0; i < PAIRS + 3; i++) {
      long one = time(hello, home, "auto");
      long other = time(check, home, "auto");
      if (i >= 3) { // the first pairs warm the page cache
        hellos.add(one);
        checks.add(other);
      }
    }
    double ratio = median(checks) / (double) median(hellos);
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f ms | %.1f ms | %.2f |%n",
        version(home),
        sample.getFileName(),
        median(hellos) / 1e6,
        median(checks) / 1e6,
        ratio);
  }

  private static long time(List<String> command, String home, String archive)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PLIMSOLL_JAVA_HOME", home);
    builder.environment().put("PLIMSOLL_ARCHIVE", archive);
    builder.environment().remove("CI"); // under CI no archive is made
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    builder.start().waitFor();
    return System.nanoTime() - start;
  }

  private static long median(List<Long> times) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String version(String home) throws IOException {
    for (String line : Files.readAllLines(Path.of(home, "release"))) {
      if (line.startsWith("JAVA_VERSION=")) {
        return line.substring("JAVA_VERSION=".length()).replace("\"", "");
      }
    }
    return "unknown";
  }
}
