package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunScriptsTest {

  private static Script script(String dockerfile) {
    return model(dockerfile).steps().stream()
        .filter(Run.class::isInstance)
        .map(step -> ((Run) step).script())
        .findFirst()
        .orElseThrow();
  }

  /** Each word that names a program or is an argument, with its place in the file. */
  private static List<String> words(Script script) {
    return script.commands().stream()
        .flatMap(RunScriptsTest::words)
        .map(word -> word.slice().place().span().start() + " " + word.slice().text())
        .toList();
  }

  private static Stream<ShellWord> words(Command command) {
    return Stream.concat(Stream.of(command.name()), command.arguments().stream());
  }

  @Test
  void continuationsAndCommentsBetweenThemAreNoPartOfTheScript() {
    assertThat(words(script("FROM a\nRUN b \\\n  # c\n  d && \\\n\n  e\n")))
        .containsExactly("11 b", "23 d", "33 e");
  }

  @Test
  void aLoneHeredocIsTheScript() {
    assertThat(words(script("FROM a\nRUN <<E\nb c\nd\nE\n")))
        .containsExactly("15 b", "17 c", "19 d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/usr/bin/env python3", "/usr/bin/env -S A=1 node -", "/usr/bin/pwsh", ""})
  void aShebangOfAnotherLanguageIsNoShell(String interpreter) {
    assertThat(script("FROM a\nRUN <<E\n#!" + interpreter + "\nchmod 777 x\nE\n").tree()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/bin/sh", " /bin/bash -e", "/usr/bin/env bash", "/usr/bin/env -S dash -e"})
  void aShebangOfAShellIsOne(String interpreter) {
    assertThat(script("FROM a\nRUN <<E\n#!" + interpreter + "\nb\nE\n").commands()).hasSize(1);
  }

  @Test
  void heredocsBesideACommandAreReadByTheShell() {
    Script script = script("FROM a\nRUN cat <<A <<B && b\n$(c)\nA\nd\nB\n");
    assertThat(words(script)).containsExactly("11 cat", "30 c", "26 b");
    assertThat(script.problems()).isEmpty();
  }

  @Test
  void execFormRunsNoShell() {
    assertThat(script("FROM a\nRUN [\"b\", \"c\"]\n").tree()).isEmpty();
  }
}
