package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

  private static final String BAD = "FROM alpine:3.22\nENV A b\nRUN chmod 777 /x\n";

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void aCleanFolderIsClear() throws IOException {
    write("Dockerfile", "FROM alpine:3.22\n");
    CliRun run = CliRun.in(folder, "check");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("All clear: 1 file, ");
  }

  @Test
  void findingsExitWithOneInEveryFormat() throws IOException {
    write("Dockerfile", BAD);
    for (String format : Outputs.FORMATS) {
      assertThat(CliRun.in(folder, "check", "--format", format).status()).isEqualTo(1);
    }
    assertThat(CliRun.in(folder, "check", "--exit-zero").status()).isZero();
    assertThat(CliRun.in(folder, "check", "--fail-on", "error").status()).isZero();
  }

  @Test
  void anApiWithoutItsVersionIsJudgedWhereItIsCalledOne() throws IOException {
    write("api.yaml", "info: {title: Orders, version: '1'}\npaths: {}\n");
    write("notes.yaml", "a: b\n");
    CliRun run = CliRun.in(folder, "check", "--format", "concise", "api.yaml");
    assertThat(run.err()).startsWith("api.yaml: not analysed: neither its name nor the keys at");
    assertThat(run.status()).isEqualTo(2);
    assertThat(CliRun.in(folder, "check", "--format", "concise", "--as", "openapi=*.yaml").out())
        .isEqualTo(
            "api.yaml:1:1: error openapi/version-unsupported no key openapi or swagger names a"
                + " version, such as 3.1.0\n");
  }

  @Test
  void whatATargetNamesIsReadThoughItIsNoTarget() throws IOException {
    write("compose.yaml", "services:\n  api:\n    build:\n      context: api\n      target: run\n");
    write("api/Dockerfile", "FROM alpine:3.22 AS build\nENV A b\n");
    CliRun run = CliRun.in(folder, "check", "--format", "concise", "compose.yaml");
    assertThat(run.out())
        .contains("compose/undefined-build-target run is no stage of api/Dockerfile")
        .doesNotContain("api/Dockerfile:");
  }

  @Test
  void dialectOfAnotherToolIsLeftAloneUnlessItsUserSaysMore() throws IOException {
    write("app.yaml", "services:\n  web:\n    image: nginx\n    is_directory: true\n");
    write("stack.yaml", "version: '3'\nservices:\n  web:\n    image: nginx\n");
    CliRun run = CliRun.in(folder, "check", "--format", "concise");
    assertThat(run.out()).contains("stack.yaml:1:1: warning compose/obsolete-version");
    assertThat(run.out()).doesNotContain("app.yaml");
    assertThat(run.err()).contains("app.yaml", "Compose has no key is_directory there");

    write("plimsoll.yaml", "files:\n  compose: [app.yaml]\n");
    assertThat(CliRun.in(folder, "check", "--format", "concise").out())
        .contains("app.yaml:4:5: error compose/unknown-key");
  }

  @Test
  void conciseIsOneLineAFinding() throws IOException {
    write("api/Dockerfile", BAD);
    assertThat(CliRun.in(folder, "check", "--format", "concise").out())
        .isEqualTo(
            "api/Dockerfile:2:5: warning dockerfile/legacy-key-value ENV A takes the rest of the"
                + " line as its value: write A=…\n"
                + "api/Dockerfile:3:11: warning shell/world-writable-mode mode 777 lets every user"
                + " write\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=concise", "--quiet"})
  void whatWasNotAnalysedIsSaidWhereTheReportIsSilentOnIt(String option) throws IOException {
    write("Dockerfile", "FROM a\0");
    CliRun run = CliRun.in(folder, "check", option, "Dockerfile");
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("Dockerfile: not analysed: not text (NUL at byte 6)\n");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void safeFixesAreWrittenAndTheModeIsKept() throws IOException {
    write("Dockerfile", BAD);
    Files.setPosixFilePermissions(
        folder.resolve("Dockerfile"), PosixFilePermissions.fromString("rwxr-x---"));
    CliRun run = CliRun.in(folder, "check", "--fix");
    assertThat(read("Dockerfile")).isEqualTo("FROM alpine:3.22\nENV A=b\nRUN chmod 777 /x\n");
    assertThat(Files.getPosixFilePermissions(folder.resolve("Dockerfile")))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    assertThat(run.out()).startsWith("Fixed 1 problem in 1 file:");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void unsafeFixesAreWrittenWhenAskedFor() throws IOException {
    write("Dockerfile", BAD);
    CliRun run = CliRun.in(folder, "check", "--fix", "--unsafe-fixes");
    assertThat(read("Dockerfile")).isEqualTo("FROM alpine:3.22\nENV A=b\nRUN chmod 775 /x\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void byteOrderMarkAndLineEndingsSurviveAFix() throws IOException {
    write("Dockerfile", "\uFEFFFROM alpine:3.22\r\nENV A b\r\nRUN x");
    CliRun.in(folder, "check", "--fix");
    assertThat(read("Dockerfile")).isEqualTo("\uFEFFFROM alpine:3.22\r\nENV A=b\r\nRUN x");
  }

  @Test
  void aDiffIsAllThatStandsOnStandardOutput() throws IOException {
    write("Dockerfile", BAD);
    CliRun run = CliRun.in(folder, "check", "--diff");
    assertThat(run.out())
        .isEqualTo(
            """
            diff --git a/Dockerfile b/Dockerfile
            --- a/Dockerfile
            +++ b/Dockerfile
            @@ -1,3 +1,3 @@
             FROM alpine:3.22
            -ENV A b
            +ENV A=b
             RUN chmod 777 /x
            """);
    assertThat(run.err()).startsWith("Would fix 1 problem in 1 file:");
    assertThat(read("Dockerfile")).isEqualTo(BAD);
  }

  @Test
  void standardInputIsJudgedUnderAName() throws IOException {
    write("plimsoll.yaml", "ignore: [shell/world-writable-mode]\n");
    CliRun run = CliRun.withInput(folder, BAD, "check", "--stdin-filename", "x/Dockerfile", "-");
    assertThat(run.out()).contains("x/Dockerfile:2:5").doesNotContain("chmod");
    assertThat(CliRun.in(folder, "check", "-").err()).contains("--stdin-filename");
  }

  @Test
  void aMissingTargetIsNamedWithItsNearestAndTheOthersAreChecked() throws IOException {
    write("Dockerfile", BAD);
    CliRun run = CliRun.in(folder, "check", "--format", "concise", "Dockerfle", "Dockerfile");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("plimsoll: no such file: Dockerfle (did you mean Dockerfile?)\n");
    assertThat(run.out()).contains("Dockerfile:2:5");
  }

  @Test
  void aBadConfigurationIsNamedByPlaceAndTheFindingsStillStand() throws IOException {
    write("Dockerfile", BAD);
    write("plimsoll.yaml", "profile: strict\nignor: [x]\n");
    CliRun run = CliRun.in(folder, "check");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("plimsoll.yaml:2:1: unknown key \"ignor\" (did you mean \"ignore\"?)\n");
    assertThat(run.out()).contains("legacy-key-value");
  }

  @Test
  void anErrorModelThatIsNoneIsAProblem() throws IOException {
    write("openapi.yaml", "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n");
    write("plimsoll.yaml", "openapi:\n  error-model: gogle\n");
    CliRun run = CliRun.in(folder, "check");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "plimsoll.yaml:2:16: \"gogle\" is no error model: write problem, google or microsoft"
                + " (did you mean \"google\"?)\n");
  }

  @Test
  void anIgnoreHidesAndShowSuppressedShows() throws IOException {
    write("Dockerfile", "FROM a:1\n# plimsoll: ignore[legacy-key-value] old\nENV A b\n");
    assertThat(CliRun.in(folder, "check").status()).isZero();
    assertThat(CliRun.in(folder, "check", "--format", "json", "--show-suppressed").out())
        .contains("\"suppression\"");
  }

  @Test
  void aNamedIgnoreFileIsJudgedThroughTheDockerfileBesideIt() throws IOException {
    write("Dockerfile", "FROM a\nENV A b\nCOPY dist /x\n");
    write(".dockerignore", "dist\n");
    write("dist/index.html", "x");
    CliRun run = CliRun.in(folder, "check", "--format", "concise", ".dockerignore");
    assertThat(run.out()).contains("copy-ignored-file").doesNotContain("legacy-key-value");
  }

  @Test
  void reportsGoToFilesBesideTheConsole() throws IOException {
    write("Dockerfile", BAD);
    CliRun run =
        CliRun.in(
            folder, "check", "--format", "json=out/a.json", "--format", "sarif=b.sarif", "--quiet");
    assertThat(run.out()).isEmpty();
    assertThat(read("out/a.json")).startsWith("{");
    assertThat(read("b.sarif")).contains("\"2.1.0\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check --selct x | unknown option --selct (did you mean --select?)",
        "check --fail-on bad | unknown severity \"bad\"",
        "check --unsafe-fixes | --unsafe-fixes goes with --fix or --diff",
        "check --format jsn | unknown format \"jsn\" (did you mean json?)",
        "check --select | --select needs a value",
        "check --jobs 0 | --jobs takes a number from 1 to 1024, not 0",
        "chek | unknown command \"chek\" (did you mean check?)",
        "config | config takes show or verify, and a path",
        "explain nosuchrule | \"nosuchrule\": no rule, category, group or alias is called so"
      })
  void aSlipOnTheCommandLineIsNamedWithItsCure(String arguments, String message) {
    CliRun run = CliRun.in(folder, arguments.strip().split(" ", -1));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("plimsoll: ").contains(message.strip());
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theSameInputGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("d" + i + "/Dockerfile", BAD + "COPY a b\n".repeat(i));
    }
    String one = CliRun.in(folder, "check", "--format", "json", "--jobs", "1").out();
    String eight = CliRun.in(folder, "check", "--format", "json", "--jobs", "8").out();
    assertThat(eight).isEqualTo(one);
  }

  @Test
  void whatCannotBeWrittenIsNotCalledFixed() throws IOException {
    write("a/Dockerfile", BAD);
    write("b/Dockerfile", BAD);
    // A hostile neighbour: the journal's name is taken by a folder, so that no set can be written.
    Files.createDirectories(folder.resolve(".plimsoll-journal"));
    CliRun run = CliRun.in(folder, "check", "--fix", "--format", "concise");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("not written: ");
    assertThat(run.out()).contains("a/Dockerfile:2:5", "b/Dockerfile:2:5");
    assertThat(read("a/Dockerfile")).isEqualTo(BAD);
  }
}
