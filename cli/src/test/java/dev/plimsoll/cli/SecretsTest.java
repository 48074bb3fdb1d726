package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value under a name that announces a secret appears in no output but the patch. */
class SecretsTest {

  private static final String CANARY = "canary-7f3a9c";

  @TempDir Path folder;

  private void plant() throws IOException {
    Files.writeString(
        folder.resolve("Dockerfile"),
        "FROM a\nENV DB_PASSWORD "
            + CANARY
            + "\nARG API_KEY="
            + CANARY
            + "-2\nLABEL token \"a "
            + CANARY
            + "\"\nRUN chmod 777 /x # "
            + CANARY
            + "\nENV GREETING hello\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "concise", "json", "sarif"})
  void isMasked(String format) throws IOException {
    plant();
    CliRun run = CliRun.in(folder, "check", "--format", format);
    assertThat(run.out()).contains("legacy-key-value").doesNotContain(CANARY);
    assertThat(run.err()).doesNotContain(CANARY);
  }

  @Test
  void standsInThePatchAlone() throws IOException {
    plant();
    CliRun run = CliRun.in(folder, "check", "--diff");
    assertThat(run.out()).contains("+ENV DB_PASSWORD=" + CANARY);
    assertThat(run.err()).doesNotContain(CANARY);
  }

  @Test
  void doesNotShowInTheSummaryOfAFix() throws IOException {
    plant();
    CliRun run = CliRun.in(folder, "check", "--fix", "--unsafe-fixes");
    assertThat(run.out() + run.err()).doesNotContain(CANARY);
    assertThat(Files.readString(folder.resolve("Dockerfile")))
        .contains("ENV DB_PASSWORD=" + CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "concise", "json", "sarif"})
  void inAFileOfVariablesIsMasked(String format) throws IOException {
    Files.writeString(
        folder.resolve("compose.yaml"),
        "services:\n  web:\n    image: example/app:1.0\n    env_file: [app.env]\n");
    Files.writeString(folder.resolve("app.env"), "API_TOKEN=" + CANARY + "$tail\n");
    CliRun run =
        CliRun.in(
            folder, "check", "--select", "compose/env-file-value-misread", "--format", format);
    assertThat(run.out()).contains("env-file-value-misread").doesNotContain(CANARY);
    assertThat(run.err()).doesNotContain(CANARY);
  }
}
