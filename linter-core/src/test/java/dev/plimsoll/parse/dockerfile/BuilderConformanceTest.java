package dev.plimsoll.parse.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files full of corner cases beside what BuildKit 0.34's own parser and instruction reader say of
 * them. The expectations were printed by those, not by hand.
 */
class BuilderConformanceTest {

  @ParameterizedTest
  @ValueSource(strings = {"arguments", "crlf", "directives", "heredocs", "shebang"})
  void readsWhatTheBuilderReads(String name) {
    SourceText source = read(name);
    Parsed<DockerfileTree> parsed = new DockerfileParser().parse(source);
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.tree().print()).isEqualTo(source.content());
    List<String> lines =
        BuilderDump.of(source).stream().map(BuilderConformanceTest::onOneLine).toList();
    assertThat(lines).isEqualTo(resource(name + ".expected").lines().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refused",
        "refusedblank",
        "refusedescape",
        "refusedheredoc",
        "refusedinterval",
        "refusedjson",
        "refusedmount",
        "refusedmountsource",
        "refusedunended"
      })
  void refusesWhatTheBuilderRefuses(String name) {
    assertThat(resource(name + ".expected")).isEqualTo("refused\n");
    assertThat(new DockerfileParser().parse(read(name)).problems()).hasSize(1);
  }

  private static String onOneLine(String fact) {
    return fact.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static SourceText read(String name) {
    return SourceText.decode(name, bytes(name + ".txt"));
  }

  private static String resource(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String file) {
    String path = "/conformance/dockerfile/" + file;
    try (InputStream stream = BuilderConformanceTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(stream, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
