package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

  @Test
  void aRunOfWhiteSpaceIsOneSpace() {
    assertThat(OneLine.of(" a\t b \r\n\n  c\n")).isEqualTo("a b c");
  }

  @Test
  void aTextOfWhiteSpaceAloneIsEmpty() {
    assertThat(OneLine.of(" \n")).isEmpty();
  }
}
