package dev.plimsoll.report;

import static dev.plimsoll.report.Sample.MODE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Place;
import dev.plimsoll.text.Span;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static Sample finding(String content, String culprit) {
    Sample sample = new Sample().file("f", content);
    return sample.finding(MODE, sample.place("f", culprit), "m");
  }

  @Test
  void copiesTabsSoThatTheyKeepTheirWidth() {
    assertThat(finding("\tRUN\tchmod 777 x", "777").text())
        .contains("1 | \tRUN\tchmod 777 x\n  | \t   \t      ^^^\n");
  }

  @Test
  void marksTheBeginningOfATabThatIsTheCulprit() {
    assertThat(finding("a:\t\tb", "\t\t").text()).contains("1 | a:\t\tb\n  |   ^\n");
    assertThat(finding("a\tb", "a\tb").text()).contains("1 | a\tb\n  | ^\t^\n");
  }

  @Test
  void countsWideCharactersAsTwoColumns() {
    assertThat(finding("漢字=777", "777").text()).contains("1 | 漢字=777\n  |      ^^^\n");
    assertThat(finding("x 漢字", "漢字").text()).contains("1 | x 漢字\n  |   ^^^^\n");
    assertThat(finding("한글ｱＡ 7", "7").text()).contains("1 | 한글ｱＡ 7\n  |         ^\n");
  }

  @Test
  void countsEmojiAsTheyAreShown() {
    assertThat(finding("🚢 7", "7").text()).contains("1 | 🚢 7\n  |    ^\n");
    assertThat(finding("👩‍👩‍👧 7", "7").text()).contains("1 | 👩‍👩‍👧 7\n  |    ^\n");
    assertThat(finding("👍🏽 7", "7").text()).contains("1 | 👍🏽 7\n  |    ^\n");
    assertThat(finding("❤️ 7", "7").text()).contains("1 | ❤️ 7\n  |    ^\n");
    assertThat(finding("🇳🇴 7", "7").text()).contains("1 | 🇳🇴 7\n  |    ^\n");
  }

  @Test
  void givesCombiningCharactersNoColumnOfTheirOwn() {
    assertThat(finding("cafe\u0301 7", "7").text()).contains("1 | cafe\u0301 7\n  |      ^\n");
    assertThat(finding("\u0301x 7", "7").text()).contains("1 | \\u0301x 7\n  |         ^\n");
  }

  @Test
  void masksSecretsAndKeepsTheCaretRight() {
    assertThat(finding("ENV A=«hunter2» B=777", "777").text())
        .contains("1 | ENV A=*** B=777\n  |             ^^^\n")
        .doesNotContain("hunter2");
    assertThat(finding("ENV A=«hunter2» B", "unt").text())
        .contains("1 | ENV A=*** B\n  |       ^^^\n");
    assertThat(finding("ENV A=«hunter2» B", "A=hunter2 B").text())
        .contains("1 | ENV A=*** B\n  |     ^^^^^^^\n");
  }

  @Test
  void masksEveryLineOfALongSecretAndTheLineBeforeToo() {
    Sample sample = finding("RUN echo «se\\\ncret» && chmod 777 x", "777");
    assertThat(sample.text())
        .contains("2 | *** && chmod 777 x\n  |              ^^^\n")
        .contains("1 | RUN echo ***\n")
        .doesNotContain("cret");
  }

  @Test
  void showsWhatATerminalWouldObeyAsEscapes() {
    String before = "a\\u001b]0;x\\u0007\\u202eb\\u009b ";
    assertThat(finding("a\u001b]0;x\u0007\u202eb\u009b 7\rz", "7").text())
        .contains("1 | " + before + "7\\rz\n  | " + " ".repeat(before.length()) + "^\n");
    Sample hostile = new Sample().file("f\u001b[2J", "x");
    hostile.finding(MODE, new Place("f\u001b[2J", new Span(0, 1)), "a\n\u001b[31mb\ud800");
    assertThat(hostile.text()).contains("m", "a\\n\\u001b[31mb\\ud800", "f\\u001b[2J:1:1");
    assertThat(hostile.text()).doesNotContain("\u001b");
  }

  @Test
  void cutsOnlyLongLinesAroundTheCaret() {
    String before = "a".repeat(180);
    assertThat(finding(before + " 777", "777").text()).contains(before + " 777\n");
    String text = finding("b".repeat(300) + "777" + "c".repeat(300), "777").text();
    String line = line(text, 3);
    String marks = line(text, 4);
    assertThat(line).startsWith("1 | …bbb").endsWith("ccc…").hasSize(4 + 100);
    assertThat(line.substring(marks.indexOf('^'), marks.indexOf('^') + 3)).isEqualTo("777");
  }

  @Test
  void cutsToTheWidthOfTheScreen() {
    String text = finding("b".repeat(60) + "777" + "c".repeat(60), "777").wide(80).text();
    assertThat(line(text, 3)).hasSize(80).contains("777");
    String atTheEnd = finding("b".repeat(120) + "777", "777").wide(80).text();
    assertThat(line(atTheEnd, 3)).startsWith("1 | …bb").endsWith("b777");
    String atTheStart = finding("777" + "b".repeat(120), "777").wide(80).text();
    assertThat(line(atTheStart, 3)).startsWith("1 | 777b").endsWith("b…");
  }

  @Test
  void underlinesWhatIsLeftOfARangeThatIsLongerThanTheScreen() {
    String text = finding("x " + "7".repeat(500), "7".repeat(500)).wide(80).text();
    assertThat(line(text, 4)).startsWith("  |   ^^^").doesNotEndWith(" ");
    assertThat(line(text, 4).length()).isLessThanOrEqualTo(80);
  }

  @Test
  void costsNoMoreOnALineOfAMegabyte() {
    String megabyte = "漢".repeat(500_000);
    Sample sample = new Sample().file("f", megabyte + "777" + megabyte);
    Place place = sample.place("f", "777");
    for (int i = 0; i < 2_000; i++) {
      sample.finding(MODE, place, "m");
    }
    assertThat(sample.text().length()).isLessThan(2_000 * 400);
  }

  private static String line(String text, int index) {
    return text.split("\n", -1)[index];
  }
}
