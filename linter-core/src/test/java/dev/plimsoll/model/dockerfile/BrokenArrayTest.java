package dev.plimsoll.model.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.dockerfile.BrokenArray.Place;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenArrayTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['a','b']|[\"a\",\"b\"]",
        "[\"a\",]|[\"a\"]",
        "[\"a\"|[\"a\"]",
        "[\"a\",|[\"a\"]",
        "[\"a\" \"b\"]|[\"a\", \"b\"]",
        "[,\"a\",,\"b\"]|[\"a\",\"b\"]",
        "[a, -b, \"c\"]|[\"a\", \"-b\", \"c\"]",
        "[ 'a \"b\"' ]|[ \"a \\\"b\\\"\" ]",
        "['\\a']|[\"\\\\a\"]",
        "[\"\\.\", \"\\n\"]|[\"\\\\.\", \"\\n\"]",
        "[\"c:\\n\\x\\\\y\"]|[\"c:\\\\n\\\\x\\\\y\"]",
        "[\u201Ca\u201D]|[\"a\"]",
        "'[\"a\", \"b\"]'|[\"a\", \"b\"]",
        "\"[\\\"a\\\"]\"|[\"a\"]",
        "\"[\\\"\\\\\\\\d\\\"]\"|[\"\\\\d\"]",
      })
  void mendsWhatPeopleWrite(String written, String mended) {
    assertThat(mend(written)).contains(mended);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "START|[]",
        "START|[ -f a ]",
        "START|[ \"$a\" = b ]",
        "START|[ -f a ] && b",
        "START|[a] && b",
        "SCRIPT|[ \"a\" ]",
        "SCRIPT|[a, b]",
        "SCRIPT|[[ -f a ]]",
        "SCRIPT|[A.B]::C = 'd'",
        "PATHS|[ab]* /c",
        "PATHS|a ['b']",
        "START|'[' \"a\" = b ']'",
        "START|\"[\" \"a\" \"]\"",
        "START|'[]'",
        "START|'[a]'",
        "START|'[ -f a ]'",
        "START|'[\"a\"",
        "START|\"[\\\"a\\\"]\\\"",
      })
  void leavesOthersAlone(Place place, String written) {
    assertThat(of(written, place)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"['a'] b", "[\"a]", "['a]", "[\"a\", $b]", "[\u201Ca]", "\"['a']\""})
  void doesNotGuess(String written) {
    assertThat(of(written, Place.START).orElseThrow().mendable()).isFalse();
  }

  @Test
  void doesNotMakeATestAnArray() {
    assertThat(of("[\"$a\" = b]", Place.SCRIPT).orElseThrow().mendable()).isFalse();
  }

  private static Optional<BrokenArray> of(String written, Place place) {
    SourceText text = SourceText.of("Dockerfile", written);
    return BrokenArray.of(text.slice(new Span(0, written.length())), place);
  }

  private static Optional<String> mend(String written) {
    Optional<BrokenArray> broken = of(written, Place.START);
    if (broken.isEmpty() || !broken.get().mendable()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(written);
    List<BrokenArray.Slip> slips = broken.get().slips();
    for (int i = slips.size() - 1; i >= 0; i--) {
      Span span = slips.get(i).slice().span();
      text.replace(span.start(), span.end(), slips.get(i).mended());
    }
    return Optional.of(text.toString());
  }
}
