package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommentedServiceTest {

  private static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    for (CommentedService each :
        CommentedService.in(ComposeFile.of(SourceText.of("compose.yaml", text)))) {
      found.add(each.name().text() + ": " + each.lines().text().replace("\n", "|"));
    }
    return found;
  }

  @Test
  void endsWhereItsLinesDo() {
    assertThat(in("services:\n  # prose\n  # a:\n  #   image: x\n  # b: 1\n  c:\n    image: y\n"))
        .containsExactly("a:   # a:|  #   image: x|");
  }

  @Test
  void mayBeIndentedBehindItsSign() {
    assertThat(in("services:\n  c:\n    image: y\n#  a:\n#    build: .\n#\n#  b:\n#    image: z"))
        .containsExactly("a: #  a:|#    build: .|", "b: #  b:|#    image: z");
  }

  @Test
  void runsSomething() {
    assertThat(in("services:\n  # note:\n  #   see below\n  c:\n    image: y\n")).isEmpty();
    assertThat(in("# a:\n#   image: x\nservices: {}\nx-y:\n  # b:\n  #   image: x\n")).isEmpty();
  }

  private static String without(String text) {
    return CommentedService.in(ComposeFile.of(SourceText.of("compose.yaml", text)))
        .get(0)
        .removable()
        .text()
        .replace("\n", "|");
  }

  @Test
  void goesWithABlankLineTooMany() {
    String above = "services:\n  c:\n    image: y\n";
    String gone = "#  a:\n#    build: .\n";
    assertThat(without(above + "\n" + gone + "\nvolumes: {}\n")).isEqualTo("#  a:|#    build: .||");
    assertThat(without(above + gone + "\nvolumes: {}\n")).isEqualTo("#  a:|#    build: .|");
    assertThat(without(above + "\n" + gone)).isEqualTo("|#  a:|#    build: .|");
  }
}
