package dev.plimsoll.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlHalvesTest {

  /** Lines of which any order makes a file, though often a faulty one. */
  private static final String[] LINES = {
    "a: 1",
    "b:",
    "  c: d",
    "  e:",
    "    f: g",
    "  - h",
    "- i",
    "    - j: k",
    "# comment",
    "  # more",
    "",
    "l: |",
    "   text: of it",
    "m: \"over",
    "  lines: of it\"",
    "n: 'x",
    "y': z",
    "o: {p: q,",
    "  r: s}",
    "---",
    "...",
    "t: &u",
    "v: *u",
    "w: !!str",
    "? x",
    ": y",
    "  'quoted': z",
    "a: again",
    "  c: again",
    "\ttab: x",
    "b: text \uD83D\uDE00",
    "x: x",
    "  <<: *u",
    "plain",
    "  over lines: 1"
  };

  private static YamlHalves halves(String content) {
    return YamlHalves.of(SourceText.of("a.yaml", content)).orElseThrow();
  }

  private static void assertRead(String content) {
    SourceText text = SourceText.of("a.yaml", content);
    Optional<YamlHalves> halves = YamlHalves.of(text);
    if (halves.isPresent()) {
      Parsed<YamlFile> read = halves.get().read();
      Parsed<YamlFile> whole = YamlReader.readFile(text);
      assertThat(read.problems()).isEqualTo(whole.problems());
      assertThat(read.tree().documents()).isEqualTo(whole.tree().documents());
      assertThat(read.tree().comments()).isEqualTo(whole.tree().comments());
      assertThat(read.tree().unread()).isEqualTo(whole.tree().unread());
      assertThat(read.tree().cut()).isEqualTo(whole.tree().cut());
    }
  }

  @Property(tries = 5000)
  void readsWhatTheReaderReads(@ForAll("files") String content) {
    assertRead(content);
  }

  @Provide
  Arbitrary<String> files() {
    Arbitrary<String> line = Arbitraries.of(LINES);
    Arbitrary<String> ending = Arbitraries.of("\n", "\n", "\n", "\r\n");
    return ending.flatMap(
        end -> line.list().ofMinSize(2).ofMaxSize(24).map(lines -> String.join(end, lines) + end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  k@: 1\n",
        "  k@: |+\n    text\n\n",
        "  k@:\n",
        "  k@: 1 # so\n  # then\n",
        "  k@:\n  - c: 1\n",
        "  k@: &a@ {b: c}\n  l@: *a@\n",
        "a@:\n  b: 1\n",
      })
  void partsWhereAMappingGoesOn(String entry) {
    StringBuilder content = new StringBuilder("a:\n");
    for (int i = 0; i < 40; i++) {
      content.append(entry.replace("@", String.valueOf(i)));
    }
    assertThat(halves(content.toString()).readJoined()).isPresent();
    assertThat(halves(content + "b: [\n").readJoined()).isEmpty();
    assertRead(content.toString());
    assertRead(content + "b: 1\n");
    assertRead(content + "b: [\n");
    assertRead(content + "---\nb: 1\n");
  }

  @Test
  void aTextWithoutKeysHasNoHalves() {
    for (String content : List.of("", "a", "- a\n- b\n- c\n- d\n", "a:\n - b\n - c\n - d\n")) {
      assertThat(YamlHalves.of(SourceText.of("a.yaml", content))).isEmpty();
    }
  }

  @Test
  void anotherThreadMayReadTheSecondHalf() throws InterruptedException {
    String content = "a:\n" + "  key: value\n".repeat(2) + "  k: [\n" + "b: 1\n".repeat(4);
    YamlHalves halves = halves(content);
    Thread helper = new Thread(halves::readSecond);
    helper.start();
    helper.join();

    Parsed<YamlFile> whole = YamlReader.readFile(SourceText.of("a.yaml", content));
    assertThat(halves.read().problems()).isNotEmpty().hasSameSizeAs(whole.problems());
  }
}
