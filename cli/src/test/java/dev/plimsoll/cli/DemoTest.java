package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command does what the README shows. */
class DemoTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final String DEMO = "testdata/demo";
  private static final String FENCE = "```\n";

  @TempDir Path folder;

  @Test
  void firstCommand() throws IOException {
    copyDemo();
    CliRun run = fix();
    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(REPOSITORY.resolve("README.md")).replace("\r\n", "\n"))
        .contains(FENCE + run.out() + FENCE);
  }

  @Test
  void secondTimeChangesNothing() throws IOException {
    copyDemo();
    fix();
    SortedMap<String, String> fixed = files();
    assertThat(fix().out()).startsWith("Fixed nothing.\nLeft for a person: 11 problems.");
    assertThat(files()).isEqualTo(fixed);
  }

  private CliRun fix() {
    return CliRun.in(folder, "check", "--fix", "--unsafe-fixes", DEMO);
  }

  private void copyDemo() throws IOException {
    Path from = REPOSITORY.resolve(DEMO);
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(DEMO).resolve(from.relativize(path).toString());
        Files.createDirectories(to.getParent());
        Files.copy(path, to);
      }
    }
  }

  private SortedMap<String, String> files() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }
}
