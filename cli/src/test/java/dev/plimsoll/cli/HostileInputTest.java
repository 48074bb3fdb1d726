package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever lies in the folder: a clear finding or entry, and never another file's findings lost.
 */
@Timeout(120) // a backstop alone: counters end what would not end
class HostileInputTest {

  private static final String GOOD = "FROM alpine:3.22\nENV A b\n";
  private static final String GOOD_FINDING = "good/Dockerfile:2:5: warning dockerfile/legacy";

  @TempDir Path folder;

  @BeforeEach
  void aGoodFileBesideIt() throws IOException {
    Files.createDirectories(folder.resolve("good"));
    Files.writeString(folder.resolve("good/Dockerfile"), GOOD);
  }

  private CliRun check(String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder.resolve("bad"));
    Files.write(folder.resolve("bad").resolve(name), bytes);
    return check();
  }

  private CliRun check(String text) throws IOException {
    return check("Dockerfile", text.getBytes(StandardCharsets.UTF_8));
  }

  /** As JSON, since there what was not analysed stands beside the findings. */
  private CliRun check() {
    CliRun concise = CliRun.in(folder, "check", "--format", "concise");
    assertThat(concise.out()).contains(GOOD_FINDING);
    return CliRun.in(folder, "check", "--format", "json");
  }

  @Test
  void anEmptyFileHasNoInstructions() throws IOException {
    assertThat(check("").out()).contains("the file has no instructions");
    assertThat(check("# only\n\n# comments\n").out()).contains("the file has no instructions");
  }

  @Test
  void aBinaryFileIsNoText() throws IOException {
    CliRun run = check("Dockerfile", "FROM a\n\0\1\2".getBytes(StandardCharsets.UTF_8));
    assertThat(run.out()).contains("\"reason\":\"not text (NUL at byte 7)\"");
    assertThat(run.status()).isEqualTo(1); // walked, not named
    assertThat(CliRun.in(folder, "check", "bad/Dockerfile").status()).isEqualTo(2);
  }

  @Test
  void utf16IsNamed() throws IOException {
    assertThat(check("Dockerfile", "\uFEFFFROM a\n".getBytes(StandardCharsets.UTF_16LE)).out())
        .contains("UTF-16 text: BuildKit reads UTF-8");
  }

  @Test
  void invalidUtf8IsLintedAndNeverFixed() throws IOException {
    byte[] bytes = "FROM a\nENV A \u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(check("Dockerfile", bytes).out()).contains("bad/Dockerfile");
    CliRun run = CliRun.in(folder, "check", "--fix");
    assertThat(Files.readAllBytes(folder.resolve("bad/Dockerfile"))).isEqualTo(bytes);
    assertThat(Files.readString(folder.resolve("good/Dockerfile"))).contains("ENV A=b");
    assertThat(run.out()).contains("is not valid UTF-8 and is never edited");
  }

  @Test
  void everyLineEndingIsRead() throws IOException {
    assertThat(check("FROM a\r\nENV A b\r\n").out()).contains("\"line\":2,\"column\":5");
    assertThat(check("FROM a\nENV A b").out()).contains("\"line\":2,\"column\":5");
    assertThat(check("\uFEFFFROM a\nENV A b\n").out()).contains("\"line\":2,\"column\":5");
    assertThat(check("FROM a\rENV A b\r").out()).contains("FROM takes an image");
  }

  @Test
  void aLineOfAMegabyteIsAFinding() throws IOException {
    CliRun run = check("FROM a\nRUN echo " + "x".repeat(1 << 20) + "\n");
    assertThat(run.out()).contains("the line is longer than 65535 bytes");
  }

  @Test
  void aHundredThousandInstructionsAreRead() throws IOException {
    CliRun run = check("FROM a:1\n" + "RUN chmod 777 /x\n".repeat(100_000));
    assertThat(run.out()).contains("\"findings\":100001");
  }

  @Test
  void deepAndEndlessNestingEnds() throws IOException {
    check("FROM a\nRUN " + "(".repeat(30_000) + "\n");
    check("FROM a\nRUN " + "\"'".repeat(15_000) + "\nRUN " + "a|".repeat(20_000) + "b\n");
    check("FROM a\n" + "RUN x \\\n".repeat(50_000));
    CliRun run = check("FROM a\nRUN <<A <<B <<C\n" + "x\n".repeat(50_000));
    assertThat(run.out()).contains("the heredoc is never ended");
  }

  private CliRun checkUnit(String text) throws IOException {
    Files.createDirectories(folder.resolve("bad/app.service.d"));
    Files.writeString(folder.resolve("bad/app.service.d/a.conf"), text);
    return check();
  }

  @Test
  void aUnitWithoutEndEnds() throws IOException {
    String start = "[Service]\nExecStart=";
    checkUnit(start + "a \\\n".repeat(50_000) + "b");
    checkUnit(start + "a \\\n# c\n".repeat(50_000));
    checkUnit(start + "sh -c '" + "(".repeat(30_000) + "'\n[Service\n=\n[]=[\n");
    checkUnit(start + "\"'\\".repeat(30_000) + "\n" + start + "${".repeat(30_000));
    checkUnit(start + "sh -c \"" + "%i$$\\x41${A}".repeat(30_000) + "\"\n");
    checkUnit(start + "a ; ".repeat(50_000) + "\nExecStart=@-:+!|\nExecStart=@a\nExecStart=\\");
    checkUnit("[Service]\n" + "# plimsoll: ignore[x]\n".repeat(2_000) + start + "a\n".repeat(9));
    CliRun run = checkUnit("[Service]\n" + "ExecStop=chmod 777 /x\n".repeat(50_000));
    assertThat(run.out()).contains("\"findings\":50001");
  }

  private CliRun checkWorkflow(String text) throws IOException {
    Files.createDirectories(folder.resolve("bad/.github/workflows"));
    Files.writeString(folder.resolve("bad/.github/workflows/ci.yml"), text);
    Files.writeString(folder.resolve("bad/.gitlab-ci.yml"), text);
    return check();
  }

  @Test
  void aWorkflowWithoutEndEnds() throws IOException {
    String start = "jobs:\n  a:\n    runs-on: x\n    steps:\n";
    String step = "      - run: ";
    checkWorkflow("");
    checkWorkflow("# only\n\n");
    checkWorkflow(start + "\t- run: a\n\t\tb: [\n");
    checkWorkflow(start + step + "|\n" + "          a ${{ b\n".repeat(50_000));
    checkWorkflow(start + step + "\"" + "\\x41\\\n  ".repeat(50_000) + "\"\n");
    checkWorkflow(start + step + "(".repeat(30_000) + "\n" + step + "''".repeat(30_000));
    checkWorkflow("a:\n  script: " + "[".repeat(30_000) + "\n");
    checkWorkflow("a:\n  script: &a [b, *a, *c, !reference [a, script]]\n  x: &x *x\n");
    StringBuilder bomb = new StringBuilder("x0: &x0 [chmod 777 /a]\n");
    for (int i = 1; i < 40; i++) {
      String before = "*x" + (i - 1) + ", ";
      bomb.append("x" + i + ": &x" + i + " [" + before.repeat(20) + "a]\n");
    }
    checkWorkflow(bomb + "a:\n  script: *x39\njobs:\n  a: {steps: *x39}\n");
    CliRun run = checkWorkflow(start + (step + "curl -k https://a.internal\n").repeat(20_000));
    assertThat(run.out()).contains("\"findings\":20001");
  }

  @Test
  void aBinaryWorkflowIsNoText() throws IOException {
    CliRun run = check("action.yml", "runs:\n\0\1".getBytes(StandardCharsets.UTF_8));
    assertThat(run.out()).contains("\"reason\":\"not text (NUL at byte 6)\"");
  }

  @Test
  void aFileOverTheLimitIsReported() throws IOException {
    assertThat(check("Dockerfile", new byte[11_000_000]).out()).contains("11.0 MB");
  }

  @Test
  void aFolderCalledDockerfileIsNoFile() throws IOException {
    Files.createDirectories(folder.resolve("bad/Dockerfile"));
    assertThat(check().out()).contains("it is a folder");
  }

  @Test
  void anUnreadableFileIsReported() throws IOException {
    Path file = folder.resolve("bad/Dockerfile");
    Files.createDirectories(folder.resolve("bad"));
    Files.writeString(file, GOOD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(file)) { // root reads everything
      assertThat(check().out()).contains("\"file\":\"bad/Dockerfile\"");
      return;
    }
    assertThat(check().out()).contains("cannot be read");
    assertThat(CliRun.in(folder, "check", "bad/Dockerfile").status()).isEqualTo(2);
  }

  @Test
  void aSymlinkLoopAndALinkOutOfTheRootAreReported() throws IOException {
    Files.createDirectories(folder.resolve("bad"));
    Files.createDirectories(folder.resolve(".git"));
    Files.createSymbolicLink(folder.resolve("bad/Dockerfile"), Path.of("Dockerfile"));
    Files.createSymbolicLink(folder.resolve("bad/Dockerfile.out"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(folder.resolve("bad/loop"), Path.of(".."));
    assertThat(check().out())
        .contains("\"file\":\"bad/Dockerfile\"", "\"file\":\"bad/Dockerfile.out\"");
    Files.delete(folder.resolve("bad/Dockerfile.out")); // JUnit's clean-up would warn of it
  }

  @Test
  void aFifoIsNeverOpened() throws Exception {
    Files.createDirectories(folder.resolve("bad"));
    Path fifo = folder.resolve("bad/Dockerfile");
    Process mkfifo = new ProcessBuilder("mkfifo", fifo.toString()).start();
    assumeTrue(mkfifo.waitFor() == 0, "no FIFOs here");
    assertThat(check().out()).contains("\"file\":\"bad/Dockerfile\"");
  }

  @Test
  void terminalEscapesInAFileDoNotReachTheTerminal() throws IOException {
    Files.writeString(folder.resolve("good/Dockerfile"), "FROM a\nENV \u001B[31mA b\n");
    assertThat(CliRun.in(folder, "check").out()).contains("1 file").doesNotContain("\u001B");
  }
}
