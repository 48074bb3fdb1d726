package dev.plimsoll.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import org.junit.jupiter.api.Test;

class YamlCommentsTest {

  private static Parsed<YamlFile> read(String text) {
    return YamlReader.readFile(SourceText.of("a.yaml", text));
  }

  @Test
  void standBetweenTheLeaves() {
    String text =
        """
        # 0
        # 1
        --- # 2
        # 3
        a: x # 4
        b: &c#d !e # 5
          # 6
          g: 'h # no' # 7
        # 8
        i: [ # 9
          j#no, # 10
          "k # no" # 11
        ] # 12
        l: "m
          # no
          n" # 13
        o: # 14
          - p # 15
          # 16
          - *c # 17
        q:#no
        r: s#no t # 18
        ? u # 19
        : v # 20
        ... # 21
        # 22
        ---
        """;
    Parsed<YamlFile> file = read(text.replace("q:#no\n", ""));
    assertThat(file.problems()).isEmpty();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i <= 22; i++) {
      expected.append("# ").append(i).append('\n');
    }
    assertThat(String.join("\n", file.tree().comments().stream().map(Slice::text).toList()) + "\n")
        .isEqualTo(expected.toString());
  }

  @Test
  void blockScalarsHaveThemBehindTheirSignAlone() {
    Parsed<YamlFile> file =
        read(
            "a: | # 1\n  # no\n  x # no\n # 2\nb: >- # 3\n\n  # no\n\n# 4\nc: |\n# 5\nd: |+\n\n# 6\n");
    assertThat(file.tree().comments())
        .extracting(Slice::text)
        .containsExactly("# 1", "# 2", "# 3", "# 4", "# 5", "# 6");
  }

  @Test
  void endBeforeACarriageReturn() {
    assertThat(read("a: 1 # x\r\n#\r\n#y").tree().comments())
        .extracting(Slice::text)
        .containsExactly("# x", "#", "#y");
  }

  @Test
  void wholeLinesStayWhereAnErrorHidesTheRest() {
    Parsed<YamlFile> file = read("# 1\na: 1 # 2\nb: @ # lost\n  # 3\n# 4\nc: \"x # no\" # 5\n");
    assertThat(file.tree().comments())
        .extracting(Slice::text)
        .containsExactly("# 1", "# 2", "# 3", "# 4", "# 5");
  }

  @Test
  void aFileOfCommentsAloneHasThem() {
    assertThat(read("# a\n\n  # b").tree().comments()).hasSize(2);
  }
}
