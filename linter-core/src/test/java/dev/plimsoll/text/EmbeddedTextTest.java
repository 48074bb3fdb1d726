package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedTextTest {

  private static final SourceText HOST =
      SourceText.of("Dockerfile", "RUN chmod \\\n  # why\n  777 /d");

  /** The body of RUN: {@code "chmod "}, a continuation with a comment, {@code " 777 /d"}. */
  private static EmbeddedText view() {
    return new EmbeddedText.Builder(HOST, Optional::of)
        .copy(new Span(4, 10))
        .stand(new Span(10, 20), "")
        .copy(new Span(20, 28))
        .build();
  }

  @Test
  void readsWithoutWhatTheHostPutsBetween() {
    assertThat(view().content()).isEqualTo("chmod   777 /d");
  }

  @Test
  void aWordKnowsItsCharactersInTheHost() {
    Slice mode = view().slice(new Span(8, 11));
    assertThat(mode.text()).isEqualTo("777");
    assertThat(HOST.slice(mode.place().span()).text()).isEqualTo("777");
  }

  @Test
  void anEditLandsInTheHost() {
    assertThat(view().slice(new Span(8, 11)).replace("775"))
        .contains(new Text.HostEdit("Dockerfile", new Span(22, 25), "775"));
  }

  @Test
  void anEditAcrossAContinuationIsImpossible() {
    assertThat(view().slice(new Span(0, 11)).replace("chmod 775")).isEmpty();
  }

  @Test
  void anInsertionGoesToTheCopiedPieceBesideIt() {
    EmbeddedText list =
        new EmbeddedText.Builder(HOST, Optional::of)
            .copy(new Span(4, 9))
            .stand(new Span(9, 22), "\n")
            .build();
    assertThat(list.slice(Span.at(5)).replace(" -R"))
        .contains(new Text.HostEdit("Dockerfile", Span.at(9), " -R"));
    assertThat(list.slice(Span.at(6)).replace(" -R")).isEmpty();
  }

  @Test
  void aViewTakesOverOthersWithTheirEscapes() {
    EmbeddedText first =
        new EmbeddedText.Builder(HOST, text -> Optional.of("<" + text + ">"))
            .copy(new Span(4, 9))
            .build();
    EmbeddedText both =
        new EmbeddedText.Builder(HOST, text -> Optional.empty())
            .append(first)
            .stand(Span.at(9), "\n")
            .append(view())
            .build();
    assertThat(both.content()).isEqualTo("chmod\nchmod   777 /d");
    assertThat(both.slice(new Span(0, 5)).replace("x"))
        .contains(new Text.HostEdit("Dockerfile", new Span(4, 9), "<x>"));
    assertThat(both.slice(new Span(14, 17)).replace("775"))
        .contains(new Text.HostEdit("Dockerfile", new Span(22, 25), "775"));
    assertThat(both.slice(new Span(5, 6)).replace(";")).isEmpty();
  }

  @Test
  void aPlaceAcrossAContinuationCoversIt() {
    assertThat(view().slice(new Span(0, 11)).place().span()).isEqualTo(new Span(4, 25));
  }

  @Test
  void whatTheHostCannotEscapeIsNoEdit() {
    EmbeddedText strict =
        new EmbeddedText.Builder(HOST, text -> Optional.empty()).copy(new Span(4, 9)).build();
    assertThat(strict.slice(new Span(0, 5)).replace("x")).isEmpty();
  }

  @Test
  void aViewOfAViewMapsThroughBoth() {
    EmbeddedText inner =
        new EmbeddedText.Builder(view(), Optional::of).copy(new Span(8, 14)).build();
    Slice path = inner.slice(new Span(4, 6));
    assertThat(path.text()).isEqualTo("/d");
    assertThat(path.place().span()).isEqualTo(new Span(26, 28));
    assertThat(path.replace("/e"))
        .contains(new Text.HostEdit("Dockerfile", new Span(26, 28), "/e"));
  }

  @Test
  void anInsertionAtTheEndOfTheViewLandsBehindItsLastCharacter() {
    assertThat(view().slice(Span.at(14)).replace("!"))
        .contains(new Text.HostEdit("Dockerfile", Span.at(28), "!"));
  }
}
