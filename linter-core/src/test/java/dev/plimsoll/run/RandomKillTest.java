package dev.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that writes without pause is killed at random moments. */
@Tag("slow")
class RandomKillTest {

  private static final long SEED = 20_260_115;
  private static final int KILLS = 200;
  private static final int FILES = 5;

  @TempDir Path root;

  /** Writes one version of all files after the other, until it is killed. */
  static final class Target {
    private Target() {}

    public static void main(String[] arguments) throws IOException {
      Path root = Path.of(arguments[0]);
      FixWriter writer = new FixWriter(root);
      while (true) {
        List<FileChange> set = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
          String old = Files.readString(root.resolve("f" + i));
          int next = Integer.parseInt(old.strip()) + 1;
          byte[] bytes = (next + "\n").getBytes(StandardCharsets.UTF_8);
          String hash = SourceFile.hash(old.getBytes(StandardCharsets.UTF_8));
          set.add(FileChange.replace("f" + i, hash, bytes));
        }
        for (SetResult result : writer.write(List.of(set))) {
          if (!result.isWritten()) {
            throw new IllegalStateException(result.refusal().orElse(""));
          }
        }
      }
    }
  }

  @Test
  void everySetIsOldOrNewAfterEachOfTwoHundredKills() throws IOException, InterruptedException {
    for (int i = 0; i < FILES; i++) {
      Files.writeString(root.resolve("f" + i), "0\n");
    }
    Random random = new Random(SEED);
    int recovered = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start();
      boolean ended = process.waitFor(150 + random.nextInt(400), TimeUnit.MILLISECONDS);
      assertThat(ended).as("the writer stopped by itself: %s", output()).isFalse();
      process.destroyForcibly().waitFor();
      Recovery recovery = FixWriter.recover(root);
      assertThat(recovery.problems()).as("kill %d of seed %d", kill, SEED).isEmpty();
      recovered += recovery.isEmpty() ? 0 : 1;
      assertThat(versions()).as("kill %d of seed %d", kill, SEED).hasSize(1);
      assertThat(SampleSet.leftovers(root)).as("kill %d of seed %d", kill, SEED).isEmpty();
    }
    assertThat(recovered).as("kills that hit a write").isGreaterThan(KILLS / 10);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Target.class.getName(),
            root.toString())
        .redirectErrorStream(true)
        .redirectOutput(root.resolve("out.log").toFile())
        .start();
  }

  private String output() throws IOException {
    return Files.readString(root.resolve("out.log"));
  }

  private Set<String> versions() throws IOException {
    Set<String> versions = new TreeSet<>();
    for (int i = 0; i < FILES; i++) {
      versions.add(Files.readString(root.resolve("f" + i)));
    }
    return versions;
  }
}
