package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.small.tree.UnitCommand;
import dev.plimsoll.parse.small.tree.UnitFile;
import dev.plimsoll.parse.small.tree.UnitWord;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitReaderTest {

  private static UnitFile read(String text) {
    return UnitReader.read(SourceText.of("a.service", text));
  }

  private static List<String> settings(String text) {
    List<String> settings = new ArrayList<>();
    for (UnitFile.Setting setting : read(text).settings()) {
      settings.add(setting.section() + "." + setting.key() + "=" + setting.value());
    }
    return settings;
  }

  private static List<UnitCommand> commands(String value) {
    return UnitCommands.read(
        read("[Service]\nExecStart=" + value + "\n").settings().get(0).value());
  }

  /** Words between bars, what is put into them between angle brackets. */
  private static List<String> words(String value) {
    List<String> all = new ArrayList<>();
    for (UnitCommand command : commands(value)) {
      StringBuilder text = new StringBuilder(command.prefixes());
      for (UnitWord word : command.words()) {
        text.append('|').append(word.slice());
        for (Slice expansion : word.expansions()) {
          text.append('<').append(expansion).append('>');
        }
      }
      all.add(text.toString());
    }
    return all;
  }

  private static String edited(String value, int word, String from, String to) {
    Slice slice = commands(value).get(0).words().get(word).slice();
    int at = slice.text().indexOf(from);
    return slice.part(at, at + from.length()).replace(to).map(edit -> edit.text()).orElse("none");
  }

  @Test
  void settingsAreThoseOfTheSectionsThatRunSomething() {
    assertThat(
            settings(
                "ExecStart=a\n[Unit]\nExecStart=b\n[Service]\r\n ExecStart = c d \r\nType=x\n"
                    + "User=e\n[Socket]\nExecStopPre=f\n[Install]\nWantedBy=g\nExecStart=h\n"))
        .containsExactly(
            "Service.ExecStart=c d",
            "Service.User=e",
            "Socket.ExecStopPre=f",
            "Install.WantedBy=g");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<?xml version='1.0'?>\n<a>ExecStart=x</a>\n", "[", "[Service\nExec=a", ""})
  void whatIsNoUnitHasNone(String text) {
    assertThat(settings(text)).isEmpty();
  }

  @Test
  void linesAreContinuedOverComments() {
    UnitFile unit =
        read(
            "[Service]\n; one\nExecStart=a \\\n  # two \\\n; three\n   b \\\r\n\\\nc \\\n\nd=e\n# f");
    assertThat(unit.settings().get(0).value().text()).isEqualTo("a  b   c");
    assertThat(unit.comments().stream().map(Object::toString))
        .containsExactly("; one", "# two \\", "; three", "# f");
    assertThat(settings("[Service]\nExecStart=a \\\\\nExecStop=b \\")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "/bin/a b  c ~ |/bin/a|b|c",
        "-@/bin/a b c ~ -@|/bin/a|c",
        "+!!:a b ~ +!!:|a|b",
        "a 'b c' \"d 'e'\" f'g h'i ~ |a|b c|d 'e'|fg hi",
        "a \"b\\\"c\" d\\x41\\101\\u00e9\\se ~ |a|b\"c|dAAé e",
        "a \\d \\xZZ b\\ c ~ |a|\\d|\\xZZ|b\\ c",
        "a '' \"\"'' b ~ |a|||b",
        "a ; b \\; c;d ; ~ |a#|b|;|c;d",
        "a 'b; c' \"\\;\" ~ |a|b; c|\\;",
        "a $B ${C}d e$F $$g ~ |a|$B<$B>|${C}d<${C}>|e$F|$g",
        "a \"$B c\" '${B} $C $$D' ~ |a|$B c<$B c>|${B} $C $D<${B}>",
        ":a $B ${C} $$ ~ :|a|$B|${C}|$$",
        "a %i-%n%% %Y- 5% ~ |a|%i-%n%<%i><%n>|%Y-<%Y>|5%",
        "a \\xe9 ; b ~ |b", // a byte of a character
        "a \\x25i ; b \\044C ; c ${D ; e ~ |e", // would be read again
        "a \"${B\"} ; c ~ |c",
        "|a b ; c ~ |c",
        "- ; @a b ~ @|a",
        "'-@a b' c ~ -@|a b",
        "a ; b 'c ; d ~ |a",
      })
  void wordsAreWhatTheProgramGets(String value, String words) {
    assertThat(String.join("#", words(value))).isEqualTo(words);
  }

  @Test
  void anEmptySettingHasNoCommand() {
    assertThat(commands(" ")).isEmpty();
    assertThat(commands("\\\n\n")).isEmpty();
  }

  @Test
  void eachCharacterKnowsItsPlace() {
    String text = "[Service]\nExecStart=sh -c \"a \\\"b\\\" \\\n  # x\n  cd\"\n";
    UnitCommand command = UnitCommands.read(read(text).settings().get(0).value()).get(0);
    Slice script = command.words().get(2).slice();
    assertThat(script.text()).isEqualTo("a \"b\"  cd");
    assertThat(script.part(7, 9).place().span().start()).isEqualTo(text.indexOf("cd"));
    assertThat(command.slice().place().span().start()).isEqualTo(text.indexOf("sh"));
    assertThat(command.slice().place().span().end()).isEqualTo(text.length() - 1);
  }

  @Test
  void editsAreEscapedForSystemd() {
    assertThat(edited("a 'b c'", 1, "b", "x 'y' \"z\" \\ $v"))
        .isEqualTo("x \\'y\\' \"z\" \\\\ $$v");
    assertThat(edited("a \"b c\"", 1, "b", "x 'y' \"z\"")).isEqualTo("x 'y' \\\"z\\\"");
    assertThat(edited(":a b", 1, "b", "$c")).isEqualTo("$c");
    assertThat(edited("a b", 1, "b", "c'd")).isEqualTo("c\\'d");
    for (String impossible : List.of("c d", ";", "%i", "${c}", "c\nd")) {
      assertThat(edited("a b", 1, "b", impossible)).isEqualTo("none");
    }
    assertThat(edited("a 'b'c", 1, "c", "d e")).isEqualTo("none");
    Slice quoted = commands("a 'b'").get(0).words().get(1).slice();
    assertThat(quoted.end().replace(" c").map(Text.HostEdit::text)).contains(" c");
    assertThat(quoted.start().replace("c ").map(Text.HostEdit::text)).contains("c ");
    assertThat(edited("a 'b \\\n c'", 1, "b  ", "d")).isEqualTo("none");
  }
}
