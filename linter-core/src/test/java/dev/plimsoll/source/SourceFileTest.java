package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

  private static final String UTF16 = "UTF-16 text: BuildKit reads UTF-8";

  @Test
  void saysAtWhichByteAFileCeasesToBeText() {
    byte[] bytes = "FROM alpine\nRUN true\n".getBytes(StandardCharsets.UTF_8);
    bytes[15] = 0;
    assertThat(new SourceFile("Dockerfile", bytes).whyNotText())
        .contains("not text (NUL at byte 15)");
  }

  @Test
  void takesARunOfNulsForNoText() {
    assertThat(new SourceFile("Dockerfile", new byte[64]).whyNotText())
        .contains("not text (NUL at byte 0)");
  }

  @Test
  void seesUtf16WithoutAMarkInShortTextsToo() {
    byte[] bytes = "FROM a".getBytes(StandardCharsets.UTF_16BE);
    assertThat(new SourceFile("Dockerfile", bytes).whyNotText()).contains(UTF16);
    assertThat(new SourceFile("Dockerfile", Arrays.copyOf(bytes, 2)).whyNotText())
        .contains("not text (NUL at byte 0)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "empty",
        "only-comments",
        "invalid-utf8",
        "bom",
        "lone-cr",
        "crlf",
        "no-final-newline"
      })
  void readsHostileTexts(String folder) throws IOException {
    SourceFile file = hostile(folder);
    assertThat(file.whyNotText()).isEmpty();
    assertThat(file.text().malformed()).isEqualTo(folder.equals("invalid-utf8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf16-le", "utf16-be", "utf16-no-mark"})
  void refusesUtf16(String folder) throws IOException {
    assertThat(hostile(folder).whyNotText()).contains(UTF16);
  }

  @Test
  void refusesTheHostileNul() throws IOException {
    assertThat(hostile("nul").whyNotText()).contains("not text (NUL at byte 27)");
  }

  /** A checkout that changes line endings or encodings would make other tests prove nothing. */
  @ParameterizedTest
  @CsvSource({
    "empty, 0",
    "nul, 30",
    "utf16-le, 62",
    "bom, 33",
    "lone-cr, 30",
    "crlf, 63",
    "no-final-newline, 29"
  })
  void findsTheHostileFilesByteExact(String folder, int size) throws IOException {
    assertThat(hostile(folder).size()).isEqualTo(size);
  }

  @Test
  void givesBackTheBytesOfEveryText() throws IOException {
    for (String folder : new String[] {"bom", "lone-cr", "crlf", "no-final-newline"}) {
      SourceFile file = hostile(folder);
      assertThat(file.text().encode(file.text().content())).as(folder).isEqualTo(file.bytes());
    }
  }

  private static SourceFile hostile(String folder) throws IOException {
    return DiskWorkspace.at(Path.of("../testdata/hostile")).read(folder + "/Dockerfile");
  }
}
