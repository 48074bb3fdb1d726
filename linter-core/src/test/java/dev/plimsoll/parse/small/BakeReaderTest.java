package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.small.tree.BakeFile;
import dev.plimsoll.parse.small.tree.BakeFile.Setting;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BakeReaderTest {

  /** Each target with its context, Dockerfile and stage. */
  private static List<String> targets(String text) {
    return targets(BakeReader.read(SourceText.of("docker-bake.hcl", text)));
  }

  private static List<String> targets(BakeFile file) {
    List<String> shown = new ArrayList<>();
    for (BakeFile.Target target : file.targets()) {
      StringBuilder line = new StringBuilder(target.name().text());
      for (BakeFile.Key key : BakeFile.Key.values()) {
        Setting setting = file.setting(target, key);
        line.append(
            setting instanceof Setting.Written written
                ? " " + written.text().text()
                : setting instanceof Setting.Absent ? " -" : " ?");
      }
      shown.add(line.toString());
    }
    return shown;
  }

  @Test
  void targetsSayWhatTheyBuild() {
    assertThat(
            targets(
                """
                group "default" { targets = ["api"] }
                variable "TAG" {
                  default = "}" # not the end
                }
                target "api" {
                  args = { A = "${TAG}" }
                  context = "images/api" // here
                  dockerfile = "Dockerfile.prod"
                  target = "run"
                  tags = [
                    "acme/api:${TAG}",
                  ]
                }
                target web {
                  labels = <<EOT
                context = "no"
                EOT
                }
                """))
        .containsExactly("api images/api Dockerfile.prod run", "web - - -");
  }

  @Test
  void keysAreInherited() {
    assertThat(
            targets(
                """
                target "a" {
                  context = "one"
                  target = "x"
                }
                target "b" { dockerfile = "B" }
                target "c" {
                  inherits = ["a", "b"]
                  target = "y"
                }
                target "d" { inherits = ["nowhere"] }
                target "e" { inherits = ["e"] }
                """))
        .containsExactly("a one - x", "b - B -", "c one B y", "d ? ? ?", "e ? ? ?");
  }

  @Test
  void whatVariablesDecideIsOpen() {
    assertThat(
            targets(
                """
                target "a" {
                  context = "${DIR}/x"
                  dockerfile = X ? "A" : "B"
                  target = "a" == B ? "x" : "y"
                }
                target "b" {
                  dockerfile-inline = <<-E
                    FROM x
                    E
                }
                """))
        .containsExactly("a ? ? ?", "b - ? -");
  }

  @Test
  void brokenFilesGiveWhatIsThere() {
    assertThat(targets("target \"a\" { context = \"x\"\n")).containsExactly("a x - -");
    assertThat(targets("target \"a {\ntarget \"b\" {}\n")).containsExactly("b - - -");
    assertThat(targets("target = 3\n/* target \"x\" {} ")).isEmpty();
    assertThat(targets("target")).isEmpty();
    assertThat(targets("target \"a\" { labels = <<E\n")).containsExactly("a - - -");
  }

  @Test
  void deepTemplatesAndLongLinesOfTargetsEnd() {
    assertThat(targets("x = \"" + "${\"".repeat(200_000))).isEmpty();
    assertThat(targets("x = \"${a(\"${b(\"c\")}\")}\"\ntarget \"a\" {}\n"))
        .containsExactly("a - - -");
  }

  @Test
  void targetsMayTakeOverOneTwice() {
    assertThat(
            targets(
                """
                target "d" {}
                target "b" { inherits = ["d"] }
                target "c" { inherits = ["d"] }
                target "a" { inherits = ["b", "c"] }
                target "x" { inherits = ["y"] }
                target "y" { inherits = ["x"] }
                """))
        .containsExactly("d - - -", "b - - -", "c - - -", "a - - -", "x ? ? ?", "y ? ? ?");
  }

  @Test
  void jsonSaysTheSame() {
    String json =
        "{\"target\": {\"a\": {\"context\": \"x\", \"target\": \"${T}\"},\n"
            + "\"b\": {\"inherits\": [\"a\"], \"dockerfile\": \"B\", \"args\": {}}}}";
    assertThat(targets(BakeJsonReader.read(SourceText.of("docker-bake.json", json))))
        .containsExactly("a x - ?", "b x B ?");
    assertThat(targets(BakeJsonReader.read(SourceText.of("docker-bake.json", "[")))).isEmpty();
  }
}
