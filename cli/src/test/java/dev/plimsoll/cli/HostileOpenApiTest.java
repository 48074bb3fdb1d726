package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever calls itself an OpenAPI document: a clear finding or entry, and never another file's
 * findings lost. What is not linear in these sizes does not end before the backstop.
 */
@Timeout(240)
class HostileOpenApiTest {

  private static final String HEAD = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n";
  private static final String GOOD_FINDING =
      "good.yaml:3:1: error openapi/unknown-field OpenAPI 3.0 has no field pathes in the document";

  @TempDir Path folder;

  private HostileFolder hostile;

  @BeforeEach
  void aGoodFileBesideIt() throws IOException {
    hostile = new HostileFolder(folder, GOOD_FINDING);
    hostile.write("good.yaml", HEAD + "pathes: {}\npaths: {}\n");
  }

  private String check(String text) throws IOException {
    hostile.write("bad.yaml", text);
    return check();
  }

  private String check() {
    return hostile.check("all");
  }

  private static String schemas(String schemas) {
    return HEAD + "paths: {}\ncomponents:\n  schemas:\n" + schemas.indent(4);
  }

  @Test
  void referencesThatLoopThroughFilesEnd() throws IOException {
    hostile.write("one.yaml", "A: {$ref: 'other.yaml#/A'}\nB: {allOf: [{$ref: '#/B'}]}\n");
    hostile.write("other.yaml", "A: {$ref: 'one.yaml#/A'}\n");
    String text = schemas("A: {$ref: 'one.yaml#/A'}\nB: {$ref: 'one.yaml#/B'}\n");

    assertThat(check(text)).contains("leads in a circle of references", "other.yaml");
  }

  @Test
  void whatIsNoFileIsSaid() throws IOException {
    Files.createDirectories(folder.resolve("folder"));
    hostile.write("binary.yaml", "a\0b");
    hostile.write("empty.yaml", "");
    String text =
        schemas(
            "A: {$ref: folder}\nB: {$ref: 'none.yaml#/B'}\nC: {$ref: binary.yaml}\n"
                + "D: {$ref: 'empty.yaml#/D'}\nE: {$ref: '/etc/passwd'}\nF: {$ref: ''}\n"
                + "G: {$ref: '../../../../outside.yaml'}\n");

    assertThat(check(text)).contains("folder is a folder", "there is no file none.yaml");
  }

  @Test
  void greatNumbersEnd() throws IOException {
    StringBuilder paths = new StringBuilder(HEAD + "paths:\n");
    StringBuilder schemas = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      paths.append("  /p").append(i).append("/{id}: {}\n");
    }
    check(paths.toString());
    for (int i = 0; i < 20_000; i++) {
      String next = "#/components/schemas/S" + (i + 1) % 20_000;
      schemas.append("S" + i + ": {allOf: [{$ref: '" + next + "'}], required: [p],");
      schemas.append(" properties: {p: {$ref: '" + next + "'}}}\n");
    }
    check(schemas(schemas.toString()));
    check(schemas("A: {enum: [" + "a, ".repeat(50_000) + "a]}\n"));
    check(schemas("A:\n  properties:\n" + "    p: {type: string}\n".repeat(5_000)));
  }

  @Test
  void deepNestingEnds() throws IOException {
    String deep = "{properties: {a: ".repeat(5_000) + "{}" + "}}".repeat(5_000);
    assertThat(check(schemas("A: " + deep))).contains("nested deeper than");
    assertThat(check(schemas("A: " + "{allOf: [".repeat(5_000)))).contains("bad.yaml");
    hostile.write("bad.json", "{\"openapi\": \"3.0.3\", \"x\": " + "[".repeat(100_000));
    assertThat(check(HEAD)).contains("bad.json");
  }

  @Test
  void aliasesThatMultiplyEnd() throws IOException {
    check(
        HostileFolder.aliasesThatMultiply()
            + schemas("A: {enum: *a11, example: *a11, type: *a11}\n"));
    check(schemas("A: &a {allOf: [*a], properties: {b: *a}}\n"));
  }

  @Test
  void halfSomethingElse() throws IOException {
    assertThat(check("swagger: '2.0'\n" + HEAD + "services: {web: {image: nginx}}\n"))
        .contains("openapi and swagger both name a version", "no field services");
    assertThat(check("openapi: 9.0\npaths: 3\n")).contains("OpenAPI 9.0 is not known");
    check("openapi: 3.0.3\ninfo: []\npaths: [a]\ncomponents: text\nservers: {}\ntags: 1\n");
    check(HEAD + "paths:\n  1: 2\n  /a: {get: {responses: {200: x, 404: [], default: null}}}\n");
  }

  @Test
  void bytesThatAreNoTextAreNamed() throws IOException {
    hostile.write("bad.yaml", "");
    Files.write(folder.resolve("bad.yaml"), (HEAD + "\0").getBytes(StandardCharsets.UTF_8));

    assertThat(check()).contains("not text (NUL");
  }

  @Test
  void aFileThatIsTooLargeIsNamed() throws IOException {
    String text = HEAD + "paths: {}\nx-large: " + "a".repeat(40_000_000) + "\n";

    assertThat(check(text)).contains("more than the 40 MB that are read");
  }
}
