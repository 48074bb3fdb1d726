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
    "a+rwx, 'ug+rwx,o+rx'",
    "a=rw, 'ug=rw,o=r'",
    "o+rwx, o+rx",
    "ugo+w, ug+w",
    "'u=rwx,o=w', 'u=rwx,o='",
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
  @ValueSource(
      strings = {
        "755",
        "0644",
        "+w",
        "+x",
        "o-w",
        "u+w",
        "o=r",
        "a-w",
        "g+s",
        "1775",
        "a+rwx,o-w",
        "o+w,o="
      })
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

  @ParameterizedTest
  @CsvSource({
    "4755, true, false, 755",
    "02755, false, true, 0755",
    "6711, true, true, 711",
    "7777, true, true, 1777",
    "u+sx, true, false, u+x",
    "'g+s,o+x', false, true, o+x",
    "+s, true, true, ''",
    "755, false, false, 755",
    "'u+s,u-s', false, false, u-s",
    "o+s, false, false, ''"
  })
  void knowsWhoseRightsAProgramRunsWith(String mode, boolean user, boolean group, String without) {
    FileMode parsed = FileMode.parse(mode).orElseThrow();
    assertThat(parsed.setsUserId()).isEqualTo(user);
    assertThat(parsed.setsGroupId()).isEqualTo(group);
    assertThat(parsed.withoutSetId().map(FileMode::text).orElse("")).isEqualTo(without);
  }
}
