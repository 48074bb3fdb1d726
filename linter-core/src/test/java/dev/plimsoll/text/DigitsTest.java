package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {

  @Test
  void digitsAreANumber() {
    assertThat(Digits.number("0")).contains(0);
    assertThat(Digits.number("0080")).contains(80);
    assertThat(Digits.number("999999999")).contains(999_999_999);
  }

  @Test
  void otherTextsAreNone() {
    for (String text : new String[] {"", "-1", "+1", "1 ", "1.0", "0x1", "٣", "9999999999"}) {
      assertThat(Digits.number(text)).as(text).isEmpty();
    }
  }

  @Test
  void lengthDecidesWhatIsANumberButNotWhatIsMadeOfDigits() {
    assertThat(Digits.areAll("12345678901234567890")).isTrue();
    assertThat(Digits.areAll("")).isFalse();
  }
}
