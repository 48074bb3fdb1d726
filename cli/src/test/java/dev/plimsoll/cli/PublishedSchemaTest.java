package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plimsoll.report.JsonReport;
import dev.plimsoll.report.ProjectJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line really prints is what the published schemas say. */
class PublishedSchemaTest {

  @TempDir Path folder;

  @BeforeEach
  void aFolderWithAllKindsOfEntries() throws IOException {
    for (String name : List.of("good", "nul", "late")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(
        folder.resolve("good/Dockerfile"),
        "FROM a\nENV A b\nENV TOKEN t0ken-value\n# plimsoll: ignore[todo]\nRNU chmod 777 /x\n"
            + "# plimsoll: ignore[world-writable-mode] ours\nRUN chmod 777 /x\nCOPY dist /x\n");
    Files.writeString(folder.resolve("good/.dockerignore"), "dist\n");
    Files.writeString(folder.resolve("nul/Dockerfile"), "FROM a\0\n");
    Files.writeString(folder.resolve("late/Dockerfile"), "RUN <<E\n");
  }

  private static List<String> complaints(
      String resource, SpecificationVersion version, String json) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(version)
            .getSchema(Console.resource(resource), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private void check(String... arguments) {
    String[] json = concat(arguments, "--format", "json");
    assertThat(
            complaints(
                JsonReport.SCHEMA_RESOURCE,
                SpecificationVersion.DRAFT_2020_12,
                CliRun.in(folder, json).out()))
        .isEmpty();
    String[] sarif = concat(arguments, "--format", "sarif");
    assertThat(
            complaints(
                "schema/sarif-schema-2.1.0.json",
                SpecificationVersion.DRAFT_7,
                CliRun.in(folder, sarif).out()))
        .isEmpty();
  }

  private static String[] concat(String[] first, String... then) {
    String[] all = java.util.Arrays.copyOf(first, first.length + then.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }

  @Test
  void aCheckIsValid() {
    check("check");
    check("check", "--show-suppressed");
    check("check", "nul/Dockerfile", "nosuch");
  }

  @Test
  void aFixIsValidBeforeAndAfter() {
    check("check", "--fix", "--unsafe-fixes");
    check("check", "--fix");
  }

  @Test
  void anEmptyResultIsValid() throws IOException {
    Files.delete(folder.resolve("good/Dockerfile"));
    Files.delete(folder.resolve("nul/Dockerfile"));
    Files.delete(folder.resolve("late/Dockerfile"));
    check("check");
  }

  @Test
  void aProjectIsValid() throws IOException {
    Files.createDirectories(folder.resolve("app"));
    Files.writeString(folder.resolve("app/.env"), "DB_HOST=db\n");
    Files.writeString(
        folder.resolve("app/compose.yaml"),
        "services:\n  api:\n    build: ../good\n    env_file: .env\n    volumes: ['d:/d:ro']\n"
            + "    environment: {URL: 'http://nobody:80', OUT: 'https://example.org'}\n"
            + "    depends_on: [db]\n  db:\n    image: ${X}\n    user: postgres\nvolumes:\n  d:\n");
    Files.writeString(folder.resolve("run.sh"), "docker compose -f app/compose.yaml up\n");

    String json = CliRun.in(folder, "project", "--format", "json").out();

    assertThat(complaints(ProjectJson.SCHEMA_RESOURCE, SpecificationVersion.DRAFT_2020_12, json))
        .isEmpty();
    assertThat(json).contains("\"name\":\"nobody\"", "\"evidence\":[{\"file\":\"run.sh\"");
  }
}
