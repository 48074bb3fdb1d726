package dev.plimsoll.fix;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellEditsTest {

  private static final String IMPOSSIBLE = "impossible";

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "RUN a && gone x && b % RUN a && b",
        "RUN gone && b % RUN b",
        "RUN a && gone % RUN a",
        "RUN a; gone; b % RUN a; b",
        "RUN a && gone || b % impossible",
        "RUN gone % impossible",
        "'RUN a; \\\n  gone' % RUN a",
        "'RUN a; \\\n  gone; \\\n  b' % 'RUN a; \\\n  b'",
        "'RUN a; gone; \\\n  b' % 'RUN a; \\\n  b'",
        "RUN a % impossible",
        "RUN if x; then gone && y; fi % RUN if x; then y; fi",
        "RUN if x; then gone; fi % impossible",
        "'RUN a \\\n && gone \\\n && b' % 'RUN a \\\n && b'",
        "'RUN a \\\n # why\n && gone \\\n && b' % impossible",
        "'RUN <<EOF\na\ngone\nb\nEOF' % 'RUN <<EOF\na\nb\nEOF'",
        "'RUN <<EOF\na\ngone # why\nb\nEOF' % impossible",
        "'RUN [\"sh\", \"-c\", \"a && gone\"]' % impossible"
      })
  void deletesACommandFromItsList(String before, String after) {
    assertThat(edited(before, Kind.DELETE)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "RUN gone % RUN gone && new",
        "RUN a && gone && b % RUN a && gone && new && b",
        "'RUN a \\\n && gone \\\n && b' % 'RUN a \\\n && gone \\\n && new \\\n && b'",
        "RUN gone; b % RUN gone && new; b"
      })
  void putsACommandAfterAnother(String before, String after) {
    assertThat(edited(before, Kind.INSERT)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "RUN gone % RUN new && gone",
        "RUN a && gone % RUN a && new && gone",
        "RUN gone || b % RUN new && gone || b",
        "'RUN gone \\\n && b' % 'RUN new \\\n && gone \\\n && b'",
        "'RUN a; \\\n  gone; \\\n  b' % 'RUN a; \\\n  new; \\\n  gone; \\\n  b'",
        "'RUN a; gone \\\n  ; \\\n  b' % 'RUN a; new && gone \\\n  ; \\\n  b'",
        "'RUN <<EOF\na\ngone\nEOF' % 'RUN <<EOF\na\nnew\ngone\nEOF'",
        "RUN gone | b % impossible",
        "RUN ! gone % impossible"
      })
  void putsACommandBeforeAnother(String before, String after) {
    assertThat(edited(before, Kind.BEFORE)).isEqualTo(after);
  }

  @Test
  void deletesAWordWithItsLine() {
    assertThat(edited("RUN gone \\\n  --fast \\\n  x", Kind.WORD)).isEqualTo("RUN gone \\\n  x");
    assertThat(edited("RUN gone \\\n  --fast", Kind.WORD)).isEqualTo("RUN gone");
  }

  @Test
  void deletesAWordWithTheBlanksBeforeIt() {
    assertThat(edited("RUN gone  --fast  x", Kind.WORD)).isEqualTo("RUN gone  x");
    assertThat(edited("RUN gone \\\n  --fast x", Kind.WORD)).isEqualTo("RUN gone \\\n   x");
  }

  @Test
  void putsAWordAfterAnother() {
    assertThat(edited("RUN gone a", Kind.APPEND)).isEqualTo("RUN gone new a");
    assertThat(edited("RUN [\"gone\", \"a\"]", Kind.APPEND))
        .isEqualTo("RUN [\"gone\", \"new\", \"a\"]");
    assertThat(edited("RUN [\"sh\", \"-c\", \"gone a\"]", Kind.APPEND))
        .isEqualTo("RUN [\"sh\", \"-c\", \"gone new a\"]");
  }

  private enum Kind {
    APPEND,
    BEFORE,
    DELETE,
    INSERT,
    WORD
  }

  private static String edited(String text, Kind kind) {
    SourceText source = SourceText.of("Dockerfile", "FROM a\n" + text);
    DockerfileModel model = model(source);
    Script script = ((Run) model.steps().get(1)).script();
    if (script.tree().isEmpty() && kind != Kind.APPEND) {
      return IMPOSSIBLE;
    }
    for (Command command : script.commands()) {
      if (command.isNamed("gone")) {
        Edit edit =
            switch (kind) {
              case BEFORE ->
                  ShellEdits.insertCommandBefore(
                      script.tree().orElseThrow(), command.slice(), "new");
              case APPEND -> ShellEdits.insertWordAfter(command.name(), "new");
              case DELETE -> ShellEdits.deleteCommand(script.tree().orElseThrow(), command.slice());
              case INSERT ->
                  ShellEdits.insertCommandAfter(
                      script.tree().orElseThrow(), command.slice(), "new");
              case WORD -> ShellEdits.deleteWord(command.arguments().get(0).slice());
            };
        return edit instanceof Edit.Replace replace ? apply(source, replace) : IMPOSSIBLE;
      }
    }
    return IMPOSSIBLE;
  }

  private static String apply(SourceText source, Edit.Replace replace) {
    return Splice.of(List.of(replace), source.content().length())
        .orElseThrow()
        .apply(source.content())
        .substring("FROM a\n".length());
  }
}
