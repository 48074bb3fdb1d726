package dev.plimsoll.parse.yaml.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.text.SourceText;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoreNumbersTest {

  private static YamlNode node(String text) {
    return YamlReader.readFile(SourceText.of("a.yaml", text + "\n"))
        .tree()
        .documents()
        .get(0)
        .root()
        .orElseThrow();
  }

  private static Optional<BigDecimal> number(String text) {
    return CoreNumbers.of(node(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "+5, 5",
    "-12, -12",
    ".5, 0.5",
    "5., 5",
    "007.50, 7.5",
    "0x1F, 31",
    "1e3, 1000",
    "1E-3, 0.001",
    "0e0, 0",
    "1e+300, 1e300",
    "123456789012345678901234567890.1, 123456789012345678901234567890.1"
  })
  void readsExactly(String text, BigDecimal number) {
    assertThat(number(text).orElseThrow()).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010",
        "-010",
        "00",
        "08",
        "0o10",
        ".inf",
        "-.INF",
        ".nan",
        "1e9999999999",
        "1e999"
      })
  void leavesNumbersThatToolsReadDifferently(String text) {
    assertThat(CoreNumbers.isNumber(node(text))).isTrue();
    assertThat(number(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1'", "1_000", "12:30", "0b1", "-0x1", "~", "true", "[1]", "e3", "1e"})
  void isNone(String text) {
    assertThat(CoreNumbers.isNumber(node(text))).isFalse();
    assertThat(number(text)).isEmpty();
  }

  @Test
  void longOnesAreNotRead() {
    assertThat(number("1".repeat(60))).isPresent();
    assertThat(number("1".repeat(61))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.0, true", "1e2, true", "2.50, false", "250e-1, true", "250e-2, false"})
  void aFractionIsOneHoweverItIsWritten(BigDecimal number, boolean isWhole) {
    assertThat(CoreNumbers.isWhole(number)).isEqualTo(isWhole);
  }
}
