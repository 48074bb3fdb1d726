package dev.plimsoll.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipingTest {

  private static Script script(String text) {
    Slice slice = SourceText.of("x.sh", text).slice(new Span(0, text.length()));
    return new ScriptReader().read(Anchor.FILE, slice, Dialect.BASH, new Shells(Dialect.BASH));
  }

  private static List<String> pipings(String text) {
    List<String> all = new ArrayList<>();
    for (Piping piping : script(text).pipings()) {
      StringBuilder line = new StringBuilder(piping.anchor() + ":");
      for (Optional<Command> segment : piping.segments()) {
        line.append(' ').append(segment.isPresent() ? segment.get().program() : "-");
      }
      all.add(line + (piping.isTested() ? " tested" : ""));
    }
    return all;
  }

  @Test
  void holdsTheCommandsOfItsSegments() {
    assertThat(pipings("sudo a x | b | while read c; do d | e; done"))
        .containsExactly("a: a b -", "d: d e");
    assertThat(pipings("x $(a | b) | sh -c 'c | d'"))
        .containsExactly("x: x sh", "a: a b tested", "c: c d");
    assertThat(pipings("x=$(a | b); x=$(c | d) y; export z=$(e | f)"))
        .containsExactly("a: a b", "c: c d tested", "e: e f tested");
  }

  @Test
  void isTestedWhereItsStatusDecides() {
    assertThat(pipings("a | b || c; ! a | b; if a | b; then c | d; fi; a | b && c"))
        .containsExactly("a: a b tested", "a: a b tested", "a: a b tested", "c: c d", "a: a b");
  }

  @Test
  void optionsAreThoseGivenAtTheStartAndSet() {
    assertThat(ShellOptions.given(List.of("bash", "-euo", "pipefail", "-c"), "pipefail", ' '))
        .isTrue();
    assertThat(ShellOptions.given(List.of("bash", "-e", "-o", "pipefail", "-c"), "errexit", 'e'))
        .isTrue();
    assertThat(ShellOptions.given(List.of("bash", "-o", "pipefail", "-c"), "errexit", 'e'))
        .isFalse();
    assertThat(ShellOptions.given(List.of("bash", "x", "-e"), "errexit", 'e')).isFalse();
    Script script = script("set -eo pipefail; a | b; set +o pipefail; c | d; set -- -e");
    List<Boolean> on = new ArrayList<>();
    for (Piping piping : script.pipings()) {
      int offset = piping.tree().slice().span().start();
      on.add(ShellOptions.isOn(script, false, piping.host(), offset, "pipefail", ' '));
    }
    assertThat(on).containsExactly(true, false);
    assertThat(ShellOptions.isOn(script, false, Optional.empty(), 999, "errexit", 'e')).isTrue();
  }
}
