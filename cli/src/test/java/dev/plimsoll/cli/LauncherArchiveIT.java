package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.cli.Installation.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an archive of loaded classes must never change: what is printed. Runs on real JVMs. */
class LauncherArchiveIT {

  /** What is run; the rest of the class follows from it. */
  private static final String[] COMMAND = {"--version"};

  /** Something that COMMAND prints and a class file holds, and a text of the same length. */
  private static final String MESSAGE = "plimsoll 0.1.0";

  private static final String CHANGED = "plimsoll 9.9.9";

  private final Path folder;

  LauncherArchiveIT(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<Path> jvms() throws IOException {
    return Jvms.oneOfEachKind();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void showsTheNewMessageAfterARebuildWithOldAndForgedArchivesBesideIt(Path jvm) throws Exception {
    Installation plimsoll = new Installation(folder).with("PLIMSOLL_JAVA_HOME", jvm.toString());
    Run before = warm(plimsoll);
    Path old = onlyArchive(plimsoll);
    assertThat(before.out()).contains(MESSAGE);

    plimsoll.rebuildWith(MESSAGE, CHANGED);
    // The old build's classes under the names that someone without the new build id could guess.
    String version = old.getFileName().toString().replaceFirst("^[^-]*-", "0.1.0-");
    for (String forged :
        List.of(version, version.replaceFirst("^0.1.0-", ""), "x" + old.getFileName())) {
      Files.copy(old, old.resolveSibling(forged));
    }

    assertThat(plimsoll.with("PLIMSOLL_ARCHIVE", "off").run(COMMAND).out()).contains(CHANGED);
    Run rebuilt = plimsoll.with("PLIMSOLL_ARCHIVE", "auto").with("CI", "1").run(COMMAND);
    assertThat(rebuilt.out()).contains(CHANGED).doesNotContain(MESSAGE);
    Run warmed = warm(plimsoll);
    assertThat(warmed.out()).isEqualTo(rebuilt.out());
    assertThat(plimsoll.without("PLIMSOLL_ARCHIVE").run(COMMAND)).isEqualTo(warmed);
  }

  @Test
  void printsTheSameBytesOnEveryJvmWithArchivesWholeTruncatedForeignAndMissing() throws Exception {
    Path sample = folder.resolve("Dockerfile");
    Files.writeString(sample, "FROM alpine:3.22\nENV A b\nRUN chmod 777 /x\n");
    String[] json = {"check", "--format", "json", sample.toString()};
    List<String> outputs = new ArrayList<>();
    List<Path> archives = new ArrayList<>();
    List<Path> jvms = jvms();
    for (Path jvm : jvms) {
      Installation plimsoll = new Installation(folder.resolve(jvm.getFileName().toString()));
      plimsoll.with("PLIMSOLL_JAVA_HOME", jvm.toString());
      outputs.add(plimsoll.with("PLIMSOLL_ARCHIVE", "off").run(json).out());
      outputs.add(warm(plimsoll, json).out());
      Path archive = onlyArchive(plimsoll);
      archives.add(archive);
      plimsoll.without("PLIMSOLL_ARCHIVE").with("CI", "1"); // a broken archive is not made anew
      outputs.add(plimsoll.run(json).out());
      byte[] whole = Files.readAllBytes(archive);
      for (int length : new int[] {whole.length / 2, whole.length - 1, 4096, 100, 0}) {
        replace(archive, Arrays.copyOf(whole, length));
        outputs.add(plimsoll.run(json).out());
      }
      replace(archive, new byte[whole.length]);
      outputs.add(plimsoll.run(json).out());
      replace(archive, Files.readAllBytes(archives.get(0)));
      outputs.add(plimsoll.run(json).out());
      replace(archive, whole);
    }
    assertThat(outputs).hasSize(10 * jvms.size()).containsOnly(outputs.get(0));
    assertThat(outputs.get(0)).startsWith("{").contains("mode 777 lets every user write");
  }

  @Test
  void runsOnAnAppCdsJvmAndOnAnAotJvm() throws Exception {
    List<Path> jvms = jvms();
    assumeTrue(jvms.size() == 2, "only one kind of JVM is installed here: " + jvms);
    List<String> names = new ArrayList<>();
    for (Path jvm : jvms) {
      Installation plimsoll = new Installation(folder.resolve(jvm.getFileName().toString()));
      warm(plimsoll.with("PLIMSOLL_JAVA_HOME", jvm.toString()));
      names.add(onlyArchive(plimsoll).getFileName().toString().replaceFirst(".*\\.", ""));
    }
    assertThat(names).containsExactly("jsa", "aot");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void loadsItsClassesFromTheArchive(Path jvm) throws Exception {
    Installation plimsoll = new Installation(folder).with("PLIMSOLL_JAVA_HOME", jvm.toString());
    warm(plimsoll);
    Run run = plimsoll.with("JAVA_OPTS", "-Xlog:class+load:stderr").run(COMMAND);
    assertThat(run.err())
        .containsPattern("dev\\.plimsoll\\.cli\\.Main source: shared objects file")
        .doesNotContain("plimsoll-cli.jar");
  }

  /** What is spun while a program runs, for a record's equality or a lambda, costs milliseconds. */
  @ParameterizedTest
  @MethodSource("jvms")
  void makesNoClassOnTheWayToAFinding(Path jvm) throws Exception {
    Installation plimsoll = new Installation(folder).with("PLIMSOLL_JAVA_HOME", jvm.toString());
    Path dockerfile = plimsoll.home.resolve("Dockerfile");
    Files.writeString(
        dockerfile, "FROM python:3.13-slim\nRUN sh -c 'chmod 777 /a' && pip install b\n");
    warm(plimsoll);
    Run run =
        plimsoll.with("JAVA_OPTS", "-Xlog:class+load:stderr").run("check", dockerfile.toString());
    assertThat(run.out()).contains("shell/world-writable-mode");
    assertThat(run.err()).contains("ModeArgument source: shared").doesNotContain("source: file:");
    if (onlyArchive(plimsoll).toString().endsWith(".aot")) { // on others the JVM spins some itself
      assertThat(run.err()).doesNotContain("source: __JVM_LookupDefineClass__");
    }
  }

  private static Run warm(Installation plimsoll) throws IOException, InterruptedException {
    return warm(plimsoll, COMMAND);
  }

  private static Run warm(Installation plimsoll, String... command)
      throws IOException, InterruptedException {
    Run run = plimsoll.with("PLIMSOLL_ARCHIVE", "wait").run(command);
    assertThat(run.err()).isEmpty();
    return run;
  }

  private static Path onlyArchive(Installation plimsoll) throws IOException {
    List<Path> archives = plimsoll.archives();
    assertThat(archives).hasSize(1);
    return archives.get(0);
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path draft = Files.write(file.resolveSibling("replacement.tmp"), bytes);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
