package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {

  private static final String POLICIES =
      """
      policies:
        no-latest:
          message: pin {value}
          severity: error
          url: https://wiki.example/images
          forbiddenImages: ["*:latest"]
          bad:
            - FROM nginx
            - file: compose.yaml
              text: |
                services:
                  web: {image: nginx}
          good: FROM nginx:1.27
        operation-tags:
          language: openapi
          description: Operations are grouped
          given: $.paths[*][?@.responses]
          then: {field: tags, truthy: true}
      """;

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void writeAll() throws IOException {
    write("plimsoll.yaml", POLICIES);
    write("Dockerfile", "FROM nginx\n");
    write("compose.yaml", "services:\n  web:\n    image: nginx\n");
    write(
        "api.yaml",
        "openapi: 3.1.0\n"
            + "info: {title: T, version: '1'}\n"
            + "paths:\n"
            + "  /a:\n"
            + "    get: {responses: {}}\n");
    write(
        "api.json",
        "{\"openapi\": \"3.1.0\", \"paths\": {\"/a\": {\"get\": {\"responses\": {}}}}}\n");
  }

  @Test
  void judgeFilesOfEachLanguage() throws IOException {
    writeAll();
    CliRun run = CliRun.in(folder, "check", "--format", "concise", "--select", "policy/*");
    assertThat(run.out())
        .isEqualTo(
            """
            Dockerfile:1:6: error policy/no-latest pin nginx
            api.json:1:39: warning policy/operation-tags tags is missing
            api.yaml:5:5: warning policy/operation-tags tags is missing
            compose.yaml:3:12: error policy/no-latest pin nginx
            """);
    assertThat(run.status()).isEqualTo(1);
    assertThat(CliRun.in(folder, "check", "--select", "policy/no-latest", "api.yaml").status())
        .isZero();
  }

  @Test
  void takePartInReports() throws IOException {
    writeAll();
    assertThat(CliRun.in(folder, "check", "--format", "sarif", "Dockerfile").out())
        .contains("\"id\":\"policy/no-latest\"")
        .contains("\"id\":\"policy/operation-tags\"")
        .contains("\"text\":\"Operations are grouped\"")
        .contains("\"helpUri\":\"https://wiki.example/images\"");
    assertThat(CliRun.in(folder, "check", "--format", "json", "Dockerfile").out())
        .contains("\"url\":\"https://wiki.example/images\"");
    assertThat(CliRun.in(folder, "check", "Dockerfile").out())
        .contains("error[policy/no-latest]: pin nginx");
  }

  @Test
  void anUnknownOneIsAMistake() throws IOException {
    writeAll();
    CliRun near = CliRun.in(folder, "check", "--select", "policy/no-latset", "Dockerfile");
    assertThat(near.status()).isEqualTo(2);
    assertThat(near.err()).contains("(did you mean \"policy/no-latest\"?)");
    Files.delete(folder.resolve("plimsoll.yaml"));
    CliRun none = CliRun.in(folder, "check", "--ignore", "policy/no-latest", "Dockerfile");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err())
        .contains("--ignore policy/no-latest: no policy of the configuration is called so");
  }

  @Test
  void withoutConfigurationAnIgnoreOfOneIsNotCalledUnused() throws IOException {
    write("Dockerfile", "# plimsoll: ignore[policy/no-latest] later\nFROM nginx:1.27\n");
    String select = "plimsoll/unused-ignore";
    CliRun run = CliRun.in(folder, "check", "--format", "concise");
    assertThat(run.out()).contains(select);
    assertThat(CliRun.in(folder, "check", "--format", "concise", "--no-config").out())
        .doesNotContain(select);
  }

  @Test
  void areListedAndExplained() throws IOException {
    writeAll();
    assertThat(CliRun.in(folder, "rules").out())
        .contains("policy · policy")
        .contains("policy/operation-tags")
        .contains("Operations are grouped");
    assertThat(CliRun.in(folder, "explain", "no-latest").out())
        .contains("policy/no-latest · policy · error")
        .contains("A policy of plimsoll.yaml:2:3, for dockerfile and compose files.")
        .contains("    FROM nginx:1.27")
        .contains("https://wiki.example/images");
    assertThat(CliRun.in(folder, "config", "show", "Dockerfile").out())
        .contains("policies.no-latest: error");
  }

  @Test
  void verifyTriesTheSamples() throws IOException {
    writeAll();
    CliRun run = CliRun.in(folder, "config", "verify");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            The configuration is valid. 2 policies, 3 samples: all as they should be.
            Without samples: policy/operation-tags
            """);
  }

  @Test
  void verifyNamesTheSamplesThatGoWrong() throws IOException {
    write("plimsoll.yaml", POLICIES.replace("- FROM nginx", "- FROM nginx:1"));
    CliRun bad = CliRun.in(folder, "config", "verify");
    assertThat(bad.status()).isEqualTo(1);
    assertThat(bad.out())
        .isEqualTo(
            """
            plimsoll.yaml:8:9: policy/no-latest finds nothing in this bad sample
            1 of 3 samples went wrong.
            """);
    write("plimsoll.yaml", POLICIES.replace("good: FROM nginx:1.27", "good: [FROM a, FROM b:1]"));
    assertThat(CliRun.in(folder, "config", "verify").out())
        .startsWith(
            "plimsoll.yaml:13:12: policy/no-latest finds something in line 1 of this good sample:"
                + " pin a\n");
  }

  @Test
  void theSamplesOfTheManualAreRight() throws IOException {
    String page = Files.readString(Path.of("../docs/policies.md"));
    int tried = 0;
    for (String block : page.split("```yaml\n", -1)) {
      String yaml = block.substring(0, Math.max(0, block.indexOf("```")));
      if (yaml.startsWith("policies:")) {
        tried++;
        write("plimsoll.yaml", yaml);
        CliRun run = CliRun.in(folder, "config", "verify");
        assertThat(run.out() + run.err()).startsWith("The configuration is valid. ");
      }
    }
    assertThat(tried).isEqualTo(4);
  }

  @Test
  void verifyTellsOfAllMistakes() throws IOException {
    write("plimsoll.yaml", "policies:\n  a: {given: x}\n  b: {sverity: error}\nprofile: strickt\n");
    CliRun run = CliRun.in(folder, "config", "verify");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("plimsoll.yaml:2:14: no JSONPath"))
        .anyMatch(line -> line.startsWith("plimsoll.yaml:3:7: unknown key \"sverity\""))
        .anyMatch(line -> line.startsWith("plimsoll.yaml:4:10: \"strickt\" is no profile"));
  }

  @Test
  void aPatternThatRunsAwayIsAFailureOfThePolicy() throws IOException {
    write(
        "plimsoll.yaml",
        "policies: {p: {language: compose, given: $..image, then: {match: '.*.*.*.*.*b'}}}");
    write("compose.yaml", "services: {a: {image: '" + "x".repeat(3_000) + "'}}\n");
    CliRun run = CliRun.in(folder, "check", "--select", "policy/p", "--format", "json");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .contains("\"rule\":\"policy/p\"")
        .contains("its pattern tries too many ways through a text");
  }
}
