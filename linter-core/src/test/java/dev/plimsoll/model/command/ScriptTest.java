package dev.plimsoll.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.shell.ShellReader;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

  private static Script script(String text) {
    SourceText source = SourceText.of("run.sh", text);
    return Script.of(
        Anchor.FILE,
        new ShellReader().read(source.slice(new Span(0, text.length())), Dialect.POSIX));
  }

  private static String written(Command command) {
    String wrappers =
        command.wrappers().stream()
            .map(found -> words(found.name(), found.words()) + " > ")
            .collect(Collectors.joining());
    String environment =
        command.environment().stream()
            .map(found -> found.word().text() + " ")
            .collect(Collectors.joining());
    return wrappers + environment + words(command.name(), command.arguments());
  }

  private static String words(ShellWord name, List<ShellWord> words) {
    return Stream.concat(Stream.of(name), words.stream())
        .map(ShellWord::text)
        .collect(Collectors.joining(" "));
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
  void namesAProgramWithoutItsPath() {
    assertThat(script("/usr/local/bin/pip3 install a").commands())
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.program()).isEqualTo("pip3");
              assertThat(command.anchor()).isEqualTo(Anchor.FILE.child("pip3"));
            });
  }
}
