package dev.plimsoll.parse.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellReaderTest {

  private static ScriptTree read(String script) {
    SourceText source = SourceText.of("run.sh", script);
    return new ShellReader().read(source.slice(new Span(0, script.length())));
  }

  private static List<String> commands(String script) {
    List<String> found = new ArrayList<>();
    if (read(script) instanceof ScriptTree.Commands commands) {
      commands
          .commands()
          .forEach(
              command ->
                  found.add(
                      String.join(" ", command.words().stream().map(ShellWord::text).toList())));
    }
    return found;
  }

  @Test
  void listsAndPipelinesAreCommandsInOrder() {
    assertThat(commands("a b && c || d; e | f & g\nh"))
        .containsExactly("a b", "c", "d", "e", "f", "g", "h");
  }

  @Test
  void quotesAndEscapesBelongToTheWord() {
    assertThat(commands("a 'b c' \"d e\" f\\ g")).containsExactly("a b c d e f g");
    assertThat(commands("chmod \"$MODE\" ${DIR}/x")).containsExactly("chmod \"$MODE\" ${DIR}/x");
  }

  @Test
  void redirectionsAreNoWords() {
    assertThat(commands("a > b 2>&1 c")).containsExactly("a c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a; then b; fi",
        "for x in a; do b; done",
        "a $(b)",
        "a `b`",
        "(a)",
        "{ a; }",
        "a <<E",
        "! a",
        "a 'b",
        "f() { a; }",
        "a \"$(b)\""
      })
  void whatIsNotReadYetIsUnknownAndAccusesNobody(String script) {
    assertThat(read(script)).isInstanceOf(ScriptTree.Unknown.class);
  }

  @Test
  void anEmptyScriptHasNoCommands() {
    assertThat(read("  ")).isInstanceOf(ScriptTree.Commands.class);
    assertThat(commands("# only a comment")).isEmpty();
  }
}
