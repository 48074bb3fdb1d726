package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Whatever lies in a Compose project: a clear finding or entry, and never another file's findings
 * lost. What is not linear in these sizes does not end before the backstop.
 */
@Timeout(240)
class HostileComposeTest {

  private static final String WEB = "services:\n  web:\n    image: alpine:3.22\n";
  private static final String GOOD_FINDING =
      "good/compose.yaml:4:5: error compose/unknown-key bad is no key of a service";

  @TempDir Path folder;

  private HostileFolder hostile;

  @BeforeEach
  void aGoodFileBesideIt() throws IOException {
    hostile = new HostileFolder(folder, GOOD_FINDING);
    hostile.write("good/compose.yaml", WEB + "    bad: 1\n");
  }

  private String check(String text) throws IOException {
    hostile.write("bad/compose.yaml", text);
    return check();
  }

  private String check() {
    return hostile.check("recommended");
  }

  /** Lines, in each of which a number stands for the sign. */
  private static String lines(int count, String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(line.replace("#", String.valueOf(i)));
    }
    return text.toString();
  }

  @Test
  void nothingIsInTheFile() throws IOException {
    assertThat(check("")).contains("nothing is in the file");
    assertThat(check("# only\n\n# comments\n")).contains("nothing is in the file");
    assertThat(check("- a\n")).contains("a Compose file is a mapping");
  }

  @Test
  void whatIsNoTextIsNamed() throws IOException {
    assertThat(check("services:\n  w\0:\n")).contains("not text (NUL at byte 13)");
  }

  @Test
  void invalidUtf8IsLintedAndNeverFixed() throws IOException {
    byte[] bytes = (WEB + "    tty: yes # \u00E9\n").getBytes(StandardCharsets.ISO_8859_1);
    hostile.write("bad/compose.yaml", "");
    Files.write(folder.resolve("bad/compose.yaml"), bytes);

    assertThat(check()).contains("yes is a text in YAML 1.2");
    CliRun.in(folder, "check", "--fix", "--unsafe-fixes");

    assertThat(Files.readAllBytes(folder.resolve("bad/compose.yaml"))).isEqualTo(bytes);
  }

  @Test
  void columnsCountUnitsBehindWideCharacters() throws IOException {
    assertThat(check(WEB + "    {\"\uD83D\uDE00\": 1, bad: 1}\n")).contains("invalid-yaml");
    assertThat(check("services: {\"\uD83D\uDE00\": {image: a:1, bad: 1}}\n"))
        .contains("\"column\":12,\"offset\":11},\"end\":{\"line\":1,\"column\":16,");
  }

  @Test
  void aliasesThatMultiplyEnd() throws IOException {
    assertThat(check(HostileFolder.aliasesThatMultiply() + WEB + "    command: *a11\n"))
        .contains("more than 100000 values");
    assertThat(check("services: &s\n  web: *s\n")).contains("compose/invalid-yaml");
  }

  @Test
  void greatNumbersOfKeysEnd() throws IOException {
    check("services:\n" + lines(30_000, "  s#: {image: a:1}\n"));
    check(WEB + "    environment:\n" + lines(60_000, "      - K#=v\n"));
    check(WEB + lines(5_000, "    image: a:#\n"));
    check(WEB + "    environment:\n" + lines(10_000, "      - K=#\n"));
    check("services:\n" + lines(2_000, "  s#: {image: a:1, volumes: [v#:/x], depends_on: [t#]}\n"));
    check("services:\n" + lines(3_000, "  # plimsoll: ignore[compose/x]\n  s#: {bad: 1}\n"));
  }

  @Test
  void servicesThatWaitForEachOtherForLongAreFollowed() throws IOException {
    StringBuilder text = new StringBuilder("services:\n");
    for (int i = 0; i < 5_000; i++) {
      String next = "s" + (i + 1) % 5_000;
      text.append("  s")
          .append(i)
          .append(": {image: a:1, depends_on: [")
          .append(next)
          .append("]}\n");
    }
    assertThat(check(text.toString())).contains("the services wait for each other: s0 needs s1 ");
  }

  @Test
  void deepNestingEnds() throws IOException {
    assertThat(check("services: " + "[".repeat(10_000) + "\n")).contains("bad/compose.yaml");
    assertThat(check("services:\n  w: " + "{a: ".repeat(10_000) + "1" + "}".repeat(10_000)))
        .contains("bad/compose.yaml");
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      steps.append(" ".repeat(i)).append("k").append(i).append(":\n");
    }
    assertThat(check(steps.toString())).contains("bad/compose.yaml");
    String nested = "${a:-".repeat(5_000) + "x" + "}".repeat(5_000);
    assertThat(check("services:\n  web:\n    image: \"" + nested + "\"\n"))
        .contains("compose/invalid-interpolation");
  }

  @Test
  void tabsAreRefused() throws IOException {
    assertThat(check("services:\n" + "\tweb:\n".repeat(20_000)))
        .contains("a tab cannot indent YAML", "\"start\":{\"line\":2,\"column\":1,");
  }

  @Test
  void greatFilesAreReadOrNamed() throws IOException {
    check(WEB + "    command: '" + "x".repeat(5_000_000) + "'\n");
    assertThat(check(WEB + "#".repeat(11_000_000))).contains("11.0 MB");
  }

  @Test
  void aFolderOfTheNameIsNoFile() throws IOException {
    Files.createDirectories(folder.resolve("bad/compose.yaml"));
    assertThat(check()).contains("it is a folder");
  }

  @Test
  void aLinkOutOfTheRootIsNotFollowed() throws IOException {
    Files.createDirectories(folder.resolve("bad"));
    Files.createDirectories(folder.resolve(".git"));
    Path link = folder.resolve("bad/compose.yaml");
    Files.createSymbolicLink(link, Path.of("/etc/hostname"));
    assertThat(check()).contains("\"file\":\"bad/compose.yaml\"");
    Files.delete(link); // JUnit's clean-up would warn of it
  }

  @Test
  void circlesEnd() throws IOException {
    assertThat(check("include: [compose.yaml]\n" + WEB)).contains("include each other in a circle");
    for (int i = 0; i < 60; i++) {
      String next = "c" + (i + 1) % 60;
      hostile.write(
          "inc/c" + i + "/compose.yaml", "include: [../" + next + "/compose.yaml]\n" + WEB);
      String base = "{extends: {file: compose." + next + ".yaml, service: web}}";
      hostile.write("ext/compose.c" + i + ".yaml", "services: {web: " + base + "}\n");
    }
    assertThat(check()).contains("extend each other in a circle");
  }

  @Test
  void greatNumbersOfDocumentsAreCut() throws IOException {
    assertThat(check(lines(50, "---\nservices: {s#: {image: a:1, bad: 1}}\n")))
        .contains("\"error\":51");
    assertThat(check(lines(5_000, "---\nservices: {s#: {image: a:1}}\n")))
        .contains("more than 1000 documents in a file");
  }

  @Test
  void filesOfVariablesOfAnySizeAreReadOrPassedOver() throws IOException {
    hostile.write("bad/.env", lines(60_000, "K#=v\n"));
    hostile.write("bad/big.env", "A=b\n".repeat(2_500_000));
    check(WEB + "    env_file: big.env\n    user: ${K5}\n");
  }

  @Test
  void scriptsOfAnyKindEnd() throws IOException {
    hostile.write("bad/run.sh", lines(5_000, "cd a#\ndocker compose -f compose.yaml up\n"));
    hostile.write("bad/up.sh", lines(5_000, "docker compose -f compose.yaml -f b#.yaml up\n"));
    check(WEB + lines(500, "    env_file: e#.env\n"));
  }

  @Test
  void moreSetsThanAreLookedAtIsANotice() throws IOException {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      hostile.write("bad/c" + i + ".yaml", WEB);
      script.append("docker compose -f compose.yaml -f c").append(i).append(".yaml up\n");
    }
    hostile.write("bad/run.sh", script.toString());
    assertThat(check(WEB)).contains("9 of the 41 sets that it is started in: 32 are looked at");
    assertThat(CliRun.in(folder, "check", "bad/compose.yaml").status()).isZero();
  }

  @Test
  void aFolderThatCannotBeWrittenKeepsItsFile() throws IOException {
    String text = WEB + "    tty: yes\n";
    hostile.write("bad/compose.yaml", text);
    Path bad = folder.resolve("bad");
    Files.setPosixFilePermissions(bad, PosixFilePermissions.fromString("r-xr-xr-x"));
    CliRun run = CliRun.in(folder, "check", "--fix", "--unsafe-fixes");
    boolean isWritten = !Files.readString(bad.resolve("compose.yaml")).equals(text);
    boolean isRoot = Files.isWritable(bad); // who writes everything
    Files.setPosixFilePermissions(bad, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(isWritten).isEqualTo(isRoot);
    assertThat(run.status()).isEqualTo(isRoot ? 1 : 3);
    assertThat(run.out()).contains("1 problem");
  }
}
