package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of other OpenAPI linters have said they accept is accepted here, too. */
class OtherIgnoresTest {

  private static final String GET =
      "\"get\": {\"operationId\": \"#\", \"responses\": {\"200\": {\"description\": \"d\"}}}";

  @TempDir Path folder;

  @BeforeEach
  void aDocumentWithTwoFindings() throws IOException {
    write("api/openapi.json", document("", ""));
  }

  private static String document(String inOne, String inOther) {
    return "{\n"
        + "\"openapi\": \"3.0.3\", \"info\": {\"title\": \"t\", \"version\": \"1\"},"
        + " \"paths\": {\n"
        + ("\"/one/\": {" + inOne + GET.replace("#", "one") + "},\n")
        + ("\"/other/\": {" + inOther + GET.replace("#", "other") + "}\n")
        + "}}\n";
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The lines with findings; 3 and 4 without any ignore. */
  private List<String> lines(String... more) {
    String[] arguments = new String[more.length + 5];
    System.arraycopy(
        new String[] {"check", "--select", "openapi/path-trailing-slash", "--format", "concise"},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CliRun.in(folder, arguments).out().lines().map(line -> line.split(":", 3)[1]).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x-plimsoll-ignore\": \"path-trailing-slash\", ",
        "\"x-plimsoll-ignore\": [\"openapi/path-trailing-slash\"], ",
        "\"x-plimsoll-ignore\": {\"rules\": [\"all\"], \"reason\": \"old\"}, ",
        "\"x-lint-ignore\": \"path-keys-no-trailing-slash\", ",
        "\"x-zally-ignore\": [\"136\"], ",
      })
  void keysHideWhatIsInTheirMapping(String key) throws IOException {
    write("api/openapi.json", document(key, ""));

    assertThat(lines()).containsExactly("4");
  }

  @Test
  void aKeyWhoseDateIsOverHidesNothing() throws IOException {
    String key = "\"x-plimsoll-ignore\": {\"rules\": [\"all\"], \"until\": \"2020-01-01\"}, ";
    write("api/openapi.json", document(key, ""));

    assertThat(lines()).containsExactly("3", "4");
  }

  @Test
  void redoclysFileHidesAtItsPointers() throws IOException {
    write(
        "api/.redocly.lint-ignore.yaml",
        "openapi.json:\n"
            + "  no-path-trailing-slash:\n"
            + "    - '#/paths/~1one~1'\n"
            + "    - '#/paths/~1gone'\n"
            + "other.json:\n"
            + "  no-path-trailing-slash: ['#/paths/~1other~1']\n");

    assertThat(lines()).containsExactly("4");
    assertThat(lines("--no-config")).containsExactly("3", "4");
  }

  @Test
  void spectralsOverridesHideWhatTheyTurnOff() throws IOException {
    write(
        ".spectral.yaml",
        "overrides:\n- files: ['api/*.json#/paths/~1other~1']\n"
            + "  rules: {path-keys-no-trailing-slash: 'off'}\n");

    assertThat(lines()).containsExactly("3");
  }

  @Test
  void anOverrideWithoutPointerHoldsForTheFile() throws IOException {
    write(
        ".spectral.json",
        "{\"overrides\": [{\"files\": [\"**/*.json\"],"
            + " \"rules\": {\"path-keys-no-trailing-slash\": {\"severity\": \"off\"}}}]}");

    assertThat(lines()).isEmpty();
  }

  @Test
  void aFileOfAnotherToolThatIsBrokenAsksForNothing() throws IOException {
    write("api/.redocly.lint-ignore.yaml", "openapi.json: [\n");
    write(".spectral.yaml", "overrides: 3\n");

    assertThat(lines()).containsExactly("3", "4");
  }
}
