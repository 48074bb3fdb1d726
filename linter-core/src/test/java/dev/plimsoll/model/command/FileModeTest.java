package dev.plimsoll.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileModeTest {

  @ParameterizedTest
  @CsvSource({
    "777, 775",
    "0666, 0664",
    "2777, 2775",
    "4757, 4755",
    "a+rwx, ug+rwx",
    "ugo+w, ug+w",
    "'u=rwx,o=w', 'u=rwx'",
    "'u+w,a+w', 'u+w,ug+w'"
  })
  void takesTheRightFromOthersAndLeavesTheRest(String mode, String safer) {
    FileMode parsed = FileMode.parse(mode).orElseThrow();
    assertThat(parsed.othersMayWrite()).isTrue();
    FileMode narrowed = parsed.withoutOthersWrite().orElseThrow();
    assertThat(narrowed.text()).isEqualTo(safer);
    assertThat(narrowed.othersMayWrite()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"755", "0644", "+w", "+x", "o-w", "u+w", "o=r", "a-w", "g+s", "1775"})
  void doesNotAccuseModesThatOthersCannotWriteBy(String mode) {
    assertThat(FileMode.parse(mode).orElseThrow().othersMayWrite()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$MODE", "", "888", "app:app", "-R", "--reference=x", "123456", "rwx", "a"})
  void whatIsNoModeIsNone(String word) {
    assertThat(FileMode.parse(word)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1777", "a+rwxt", "3777"})
  void knowsTheStickyBit(String mode) {
    assertThat(FileMode.parse(mode).orElseThrow().isSticky()).isTrue();
  }
}
