package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void aByteOrderMarkIsNoPartOfTheTextAndComesBack() {
    byte[] bytes = "\uFEFFFROM a\n".getBytes(StandardCharsets.UTF_8);
    SourceText text = SourceText.decode("Dockerfile", bytes);
    assertThat(text.content()).isEqualTo("FROM a\n");
    assertThat(text.encode(text.content())).isEqualTo(bytes);
  }

  @Test
  void malformedBytesAreReplacedAndRemembered() {
    SourceText text = SourceText.decode("Dockerfile", new byte[] {'A', (byte) 0xC3, 'B'});
    assertThat(text.malformed()).isTrue();
    assertThat(text.content()).isEqualTo("A\uFFFDB");
  }

  @Test
  void linesEndAtLfAndLeaveTheCrOut() {
    SourceText text = SourceText.of("Dockerfile", "a\r\nbc\rd\n");
    assertThat(text.lines().lineCount()).isEqualTo(3);
    assertThat(text.lines().line(1)).isEqualTo(new Span(0, 1));
    assertThat(text.lines().line(2)).isEqualTo(new Span(3, 7));
    assertThat(text.lines().position(5)).isEqualTo(new Position(2, 3));
    assertThat(text.lines().position(99)).isEqualTo(new Position(3, 1));
  }

  @Test
  void newTextTakesTheLineEndingOfItsSurroundings() {
    assertThat(SourceText.of("f", "a\r\nb").lineEndingAt(4)).isEqualTo("\r\n");
    assertThat(SourceText.of("f", "a\nb\r\n").lineEndingAt(0)).isEqualTo("\n");
    assertThat(SourceText.of("f", "").lineEndingAt(0)).isEqualTo("\n");
  }

  @Test
  void slicesOfTwoTextsHaveNoSliceOverBoth() {
    Slice one = SourceText.of("a", "xy").slice(new Span(0, 1));
    Slice other = SourceText.of("b", "xy").slice(new Span(1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> one.to(other));
  }
}
