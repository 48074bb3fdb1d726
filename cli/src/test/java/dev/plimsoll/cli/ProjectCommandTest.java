package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectCommandTest {

  private static final String BASE =
      """
      services:
        api:
          build:
            context: api
            target: run
          environment:
            DB_HOST: db
            MAIL_URL: smtp://mail:25
          depends_on:
            db:
              condition: service_healthy
        db:
          image: postgres:17
          volumes: ["data:/var/lib/postgresql/data"]
      volumes:
        data:
      """;

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void writeProject() throws IOException {
    write("compose.yaml", BASE);
    write("compose.prod.yaml", "services:\n  api:\n    profiles: [web]\n");
    write("api/Dockerfile", "FROM alpine:3.22 AS run\nRUN true\n");
    write("old/Dockerfile", "FROM alpine:3.22\n");
    write(
        "app.service",
        "[Service]\nExecStart=/usr/bin/docker compose -f compose.yaml -f compose.prod.yaml up\n");
  }

  @Test
  void setsStandWithWhatSpeaksForThem() throws IOException {
    writeProject();

    CliRun run = CliRun.in(folder, "project");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("base · compose.yaml\n")
        .contains("base+prod · production · compose.yaml, compose.prod.yaml\n")
        .contains("because     app.service:2:20\n")
        .contains("Built by nothing that is seen:\n  old/Dockerfile\n")
        .endsWith("2 file sets, 4 services.\n");
  }

  @Test
  void servicesAreLinkedWithWhatTheyAreMadeOfAndTalkTo() throws IOException {
    writeProject();

    assertThat(CliRun.in(folder, "project").out())
        .contains("api  compose.yaml:2:3\n")
        .contains("image     built from api/Dockerfile, stage run, on alpine:3.22\n")
        .contains("after     db (healthy)\n")
        .contains("reaches   db (DB_HOST, line 7): db answers\n")
        .contains("reaches   mail:25 (MAIL_URL, line 8): nothing answers\n")
        .contains("mount     data → /var/lib/postgresql/data (volume")
        .contains("profiles  web\n");
  }

  @Test
  void drawingHasServicesAndEdges() throws IOException {
    writeProject();

    assertThat(CliRun.in(folder, "project", "--format", "dot").out())
        .startsWith("digraph plimsoll {\n")
        .contains("\"s0 api\" -> \"api/Dockerfile (run)\" [label=builds];")
        .contains("\"s0 db\" -> \"postgres:17\" [label=pulls];")
        .contains("\"s0 api\" -> \"s0 db\" [label=after];")
        .contains("\"s0 api\" -> \"s0 db\" [label=calls, style=dashed];")
        .endsWith("}\n");
  }

  @Test
  void secretsAndEscapesAreNotShown() throws IOException {
    write(".env", "REGISTRY_TOKEN=hunter2/x\nDB_PASSWORD=77/q\n");
    write(
        "compose.yaml",
        """
        services:
          "a\\e[2J":
            image: r.example/${REGISTRY_TOKEN}:1
            environment:
              DB_URL: postgres://app:${DB_PASSWORD}@db/shop
            volumes: ["./${REGISTRY_TOKEN}:/data"]
        """);

    for (String format : List.of("text", "json", "dot")) {
      assertThat(CliRun.in(folder, "project", "--format", format).out())
          .contains("r.example/${REGISTRY_TOKEN}:1")
          .doesNotContain("hunter2")
          .doesNotContain("77")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void bakeFilesBuildToo() throws IOException {
    writeProject();
    write("docker-bake.hcl", "target \"old\" {\n  context = \"old\"\n}\n");

    assertThat(CliRun.in(folder, "project").out())
        .contains("Built by Bake:\n  old  docker-bake.hcl:1:9: old/Dockerfile\n")
        .doesNotContain("nothing that is seen");
  }

  @Test
  void pathChoosesThePartOfTheProject() throws IOException {
    writeProject();
    write("tools/compose.yaml", "services:\n  lint:\n    image: x:1\n");

    assertThat(CliRun.in(folder, "project", "tools").out())
        .contains("lint  tools/compose.yaml:2:3")
        .endsWith("1 file set, 1 service.\n");
  }

  @Test
  void emptyFolderSaysWhatIsLookedFor() {
    CliRun run = CliRun.in(folder, "project");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("No Compose file: compose.yaml, docker-compose*.yml");
  }

  @Test
  void badUseIsSaid() throws IOException {
    writeProject();
    assertThat(CliRun.in(folder, "project", "--format", "jsn").err())
        .isEqualTo("plimsoll: unknown format \"jsn\" (did you mean json?)\n");
    CliRun missing = CliRun.in(folder, "project", "compose.yam");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("no such file: compose.yam (did you mean compose.yaml?)");
    assertThat(CliRun.in(folder, "project", "a", "b").status()).isEqualTo(2);
  }

  @Test
  void brokenAndBinaryFilesDoNotHideOthers() throws IOException {
    writeProject();
    write("bad/compose.yaml", "services:\n  a: [\n");
    write("nul/compose.yaml", "services:\0\n");

    CliRun run = CliRun.in(folder, "project");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("cannot be read as text: nul/compose.yaml");
    assertThat(run.out()).contains("api  compose.yaml:2:3");
  }

  @Test
  void optionsAreNoProgramsAndUnsetVariablesStayAsWritten() throws IOException {
    write(
        "compose.yaml",
        """
        services:
          cache:
            image: redis:8
            command: ["--requirepass", "x"]
            volumes: ["$PWD/data:/data"]
        """);

    assertThat(CliRun.in(folder, "project").out())
        .contains("mount     $PWD/data → /data (bind")
        .doesNotContain("starts");
  }
}
