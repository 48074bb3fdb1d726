package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpliceTest {

  private static final String TEXT = "0123456789";

  private static Replace edit(int start, int end, String text) {
    return new Replace("f", new Span(start, end), text);
  }

  private static Splice splice(Replace... edits) {
    return Splice.of(List.of(edits), TEXT.length()).orElseThrow();
  }

  @Test
  void editsApplyAgainstTheOriginalText() {
    assertThat(splice(edit(8, 9, "X"), edit(0, 2, ""), edit(4, 4, "++")).apply(TEXT))
        .isEqualTo("23++4567X9");
  }

  @Test
  void overlapsAndTwoInsertionsAtOnePlaceAreRefused() {
    assertThat(Splice.of(List.of(edit(0, 3, "a"), edit(2, 4, "b")), 10)).isEmpty();
    assertThat(Splice.of(List.of(edit(3, 3, "a"), edit(3, 3, "b")), 10)).isEmpty();
    assertThat(Splice.of(List.of(edit(1, 5, "a"), edit(3, 3, "b")), 10)).isEmpty();
    assertThat(Splice.of(List.of(edit(9, 11, "a")), 10)).isEmpty();
  }

  @Test
  void identicalEditsAreOneAndAnInsertionMayTouchAReplacement() {
    assertThat(splice(edit(3, 3, "a"), edit(3, 3, "a")).apply(TEXT)).isEqualTo("012a3456789");
    assertThat(splice(edit(3, 5, "a"), edit(5, 5, "b"), edit(3, 3, "c")).apply(TEXT))
        .isEqualTo("012cab56789");
  }

  @Test
  void leadsAPlaceBack() {
    Splice splice = splice(edit(2, 4, "abc"), edit(6, 6, "--")); // 01abc45--6789
    assertThat(List.of(splice.before(1), splice.before(3), splice.before(5), splice.before(9)))
        .containsExactly(1, 2, 4, 6);
  }

  @Provide
  Arbitrary<List<Replace>> edits() {
    Arbitrary<Replace> edit =
        Combinators.combine(
                Arbitraries.integers().between(0, 10),
                Arbitraries.integers().between(0, 3),
                Arbitraries.strings().withCharRange('a', 'c').ofMaxLength(3))
            .as((start, length, text) -> edit(start, Math.min(10, start + length), text));
    return edit.list().ofMaxSize(4);
  }

  @Property
  void theOrderOfEditsMeansNothing(@ForAll("edits") List<Replace> edits, @ForAll Random random) {
    List<Replace> shuffled = new ArrayList<>(edits);
    Collections.shuffle(shuffled, random);
    assertThat(Splice.of(shuffled, 10).map(splice -> splice.apply(TEXT)))
        .isEqualTo(Splice.of(edits, 10).map(splice -> splice.apply(TEXT)));
  }

  @Property
  void aSpliceExplainsItsOwnResultAndNoOther(@ForAll("edits") List<Replace> edits) {
    Splice.of(edits, 10)
        .ifPresent(
            splice -> {
              String after = splice.apply(TEXT);
              assertThat(splice.explains(TEXT, after)).isTrue();
              assertThat(splice.explains(TEXT, after + "!")).isFalse();
              assertThat(splice.explains(TEXT, "!" + after)).isFalse();
            });
  }
}
