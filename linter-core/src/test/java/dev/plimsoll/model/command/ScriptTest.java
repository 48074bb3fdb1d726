package dev.plimsoll.model.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

  private static Script script(String text) {
    SourceText source = SourceText.of("run.sh", text);
    return new ScriptReader()
        .read(
            Anchor.FILE,
            source.slice(new Span(0, text.length())),
            Dialect.POSIX,
            new Shells(Dialect.POSIX));
  }

  private static String written(Command command) {
    String wrappers =
        command.wrappers().stream()
            .map(found -> words(found.name(), found.words()) + " > ")
            .collect(joining());
    String environment =
        command.environment().stream().map(found -> found.word().text() + " ").collect(joining());
    return wrappers + environment + words(command.name(), command.arguments());
  }

  private static String words(ShellWord name, List<ShellWord> words) {
    return Stream.concat(Stream.of(name), words.stream())
        .map(ShellWord::text)
        .collect(joining(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sudo -E env X=1 apt-get -qq install -y a=1 b"
            + "| sudo -E > env > X=1 apt-get -qq install -y a=1 b",
        "A=1 sudo -u www B=2 make | sudo -u www > A=1 B=2 make",
        "timeout -k 5 10 nice -n 5 nohup a b | timeout -k 5 10 > nice -n 5 > nohup > a b",
        "exec gosu postgres:postgres a | exec > gosu postgres:postgres > a",
        "xargs -0 -n1 rm -rf | xargs -0 -n1 > rm -rf",
        "xargs -I {} chmod 777 {} | xargs -I {} > chmod 777 {}",
        "env -i -u HOME PATH=/bin a -b | env -i -u HOME > PATH=/bin a -b",
        "/usr/bin/sudo -- a | /usr/bin/sudo -- > a",
        "setpriv --reuid=1 --regid 2 --clear-groups a | setpriv --reuid=1 --regid 2 --clear-groups"
            + " > a",
        "command -v curl | command -v curl",
        "sudo -l | sudo -l",
        "sudo -u | sudo -u",
        "env A=1 | env A=1",
        "env | env",
        "nice | nice",
      })
  void seesThroughWrappers(String text, String expected) {
    assertThat(script(text).commands()).extracting(ScriptTest::written).containsExactly(expected);
  }

  @Test
  void findsCommandsWhereverTheyStandInTheOrderOfTheText() {
    String text =
        """
        a "$(b)" > "$(c)" <<E && if d; then e `f`; else (g | h) fi
        $(i)
        E
        for x in $(j); do k; done; case $(l) in m) n;; esac; o() { p; }
        """;
    assertThat(script(text).commands().stream().map(Command::program))
        .containsExactly("a", "b", "c", "i", "d", "e", "f", "g", "h", "j", "k", "l", "n", "p");
  }

  @Test
  void findsTheScriptThatAShellIsGivenByAHereDocument() {
    String text =
        """
        bash -eo pipefail <<A && sudo sh -s x <<'B'
        a "$(b)" c
        A
        d | \\$e
        B
        sh f <<C; cat <<D; sh -c g <<E; bash <<F; bash <<G <h
        i
        C
        i
        D
        i
        E
        i \\$i
        F
        i
        G
        """;
    assertThat(script(text).commands().stream().map(ScriptTest::hosted).collect(joining(" / ")))
        .isEqualTo(
            "bash -eo pipefail / bash: a \"$(b)\" c / bash: b / sh -s x / sh: d / sh: $e / sh f"
                + " / cat"
                + " / sh -c g / sh: g / bash / bash");
  }

  @Test
  void namesAProgramWithoutItsPath() {
    assertThat(script("/usr/local/bin/pip3 install a").commands())
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.program()).isEqualTo("pip3");
              assertThat(command.anchor()).isEqualTo(Anchor.FILE.child("pip3"));
            });
  }

  /** Each command as its words with its host's name before it. */
  private static String hosted(Command command) {
    String host = command.host().map(found -> found.program() + ": ").orElse("");
    return host + words(command.name(), command.arguments());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sh -c 'a b; c' | sh -c a b; c / sh: a b / sh: c",
        "bash -euxo pipefail -c \"a \\\"b c\\\"\" | bash -euxo pipefail -c a \"b c\" / bash: a b c",
        "bash --rcfile x -lc a y | bash --rcfile x -lc a y / bash: a",
        "sh a -c b | sh a -c b",
        "sudo sh -c \"a $B $(c)\" | sh -c \"a $B $(c)\" / c / sh: a $B ${_}",
        "su -c 'a' postgres | su -c a postgres / su: a",
        "su --command='a' u | su --command=a u / su: a",
        "runuser -ca u | runuser -ca u / runuser: a",
        "su - postgres -c \"a\" | su - postgres -c a / su: a",
        "eval 'a && b' | eval a && b / eval: a / eval: b",
        "eval a b | eval a b",
        "trap 'a; b' EXIT | trap a; b EXIT / trap: a / trap: b",
        "trap - EXIT | trap - EXIT",
        "find / -exec chmod 777 {} + -o -ok a {} \\; -print"
            + "| find / -exec chmod 777 {} + -o -ok a {} ; -print / find: chmod 777 {} / find: a {}",
        "find . -exec sudo sh -c 'a' \\; | find . -exec sudo sh -c a ; / find: sh -c a / sh: a",
        "sh -c \"sh -c 'a; b'\" | sh -c sh -c 'a; b' / sh: sh -c a; b / sh: a / sh: b",
        "xargs sh -c 'a' | sh -c a / sh: a",
        "pwsh -c 'a' | pwsh -c a",
      })
  void findsWhatACommandRuns(String text, String expected) {
    assertThat(script(text).commands().stream().map(ScriptTest::hosted).collect(joining(" / ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "sh -c 'chmod 777 /a', sh -c 'chmod 755 /a'",
    "sh -c \"chmod '777' /a\", sh -c \"chmod '755' /a\"",
    "sh -c \"sh -c \\\"chmod 777 /a\\\"\", sh -c \"sh -c \\\"chmod 755 /a\\\"\"",
    "sh -c chmod\\ 777\\ /a, sh -c chmod\\ 755\\ /a",
    "find / -exec chmod 777 {} +, find / -exec chmod 755 {} +"
  })
  void anEditWithinAWordLandsThere(String text, String expected) {
    Script script = script(text);
    List<Command> commands = script.commands();
    Command command = commands.get(commands.size() - 1);
    assertThat(command.program()).isEqualTo("chmod");
    Slice mode = ModeArgument.of(command).orElseThrow().mode();
    Text.HostEdit edit = mode.replace("755").orElseThrow();
    assertThat(
            text.substring(0, edit.span().start())
                + edit.text()
                + text.substring(edit.span().end()))
        .isEqualTo(expected);
  }

  @Test
  void whatCannotBeWrittenBetweenTheQuotesOfAWordIsNoEdit() {
    Command inner = script("sh -c 'a b'").commands().get(1);
    assertThat(inner.arguments().get(0).slice().replace("it's")).isEmpty();
    assertThat(inner.arguments().get(0).slice().replace("$x y")).isPresent();
    Command plain = script("sh -c a\\ b").commands().get(1);
    assertThat(plain.arguments().get(0).slice().replace("x y")).isEmpty();
  }

  @Test
  void wordsWithoutAShellAreACommandAndMayHoldAScript() {
    SourceText source = SourceText.of("words", "sudo sh -c a&&b *");
    List<ShellWord> words = new ArrayList<>();
    for (Slice slice :
        List.of(
            source.slice(new Span(0, 4)),
            source.slice(new Span(5, 7)),
            source.slice(new Span(8, 10)),
            source.slice(new Span(11, 15)),
            source.slice(new Span(16, 17)))) {
      words.add(ShellWord.verbatim(slice));
    }
    Script script =
        new ScriptReader()
            .read(Anchor.FILE, source.slice(new Span(0, 17)), words, new Shells(Dialect.BASH));
    assertThat(script.commands().stream().map(ScriptTest::hosted))
        .containsExactly("sh -c a&&b *", "sh: a", "sh: b");
    assertThat(script.commands().get(0).arguments().get(2).isLiteral()).isTrue();
  }

  @Test
  void scriptsWithinScriptsHaveAnEnd() {
    String text = "a";
    for (int i = 0; i < 12; i++) {
      text = "eval " + text.replace("\\", "\\\\").replace(" ", "\\ ");
    }
    assertThat(script(text).commands()).hasSize(9); // the outermost, and eight within
  }
}
