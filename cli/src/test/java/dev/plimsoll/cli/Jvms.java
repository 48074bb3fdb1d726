package dev.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The JVMs installed where this one is. */
final class Jvms {

  private Jvms() {}

  /**
   * One that keeps an AppCDS archive (17 to 24), and one with an AOT cache (25 on), as far as
   * found.
   */
  static List<Path> oneOfEachKind() throws IOException {
    return Stream.of(newest(17, 24), newest(25, 999)).flatMap(Optional::stream).toList();
  }

  private static Optional<Path> newest(int from, int to) throws IOException {
    Path here = Path.of(System.getProperty("java.home", ""));
    Optional<Path> best = Optional.empty();
    int bestFeature = 0;
    try (Stream<Path> siblings = Files.list(here.resolveSibling("."))) {
      for (Path jvm : siblings.sorted().toList()) {
        int feature = feature(jvm);
        if (feature >= from && feature <= to && feature > bestFeature) {
          best = Optional.of(jvm.normalize());
          bestFeature = feature;
        }
      }
    }
    return best;
  }

  private static int feature(Path jvm) throws IOException {
    Path release = jvm.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(jvm.resolve("bin/java"))) {
      return 0;
    }
    Properties properties = new Properties();
    try (var in = Files.newInputStream(release)) {
      properties.load(in);
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("[^0-9]", 2)[0]);
  }
}
