package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMountsTest {

  private static DockerfileTree tree(String text) {
    return new DockerfileParser().parse(SourceText.of("Dockerfile", text)).tree();
  }

  @ParameterizedTest
  @CsvSource({
    "docker/dockerfile:1, true",
    "docker/dockerfile, true",
    "docker.io/docker/dockerfile:1.10, true",
    "docker/dockerfile:1.14-labs, true",
    "docker/dockerfile:1.9, false",
    "docker/dockerfile:1@sha256:00, false",
    "docker/dockerfile:1.12@sha256:00, true",
    "acme/dockerfile:1, false"
  })
  void secretsAreVariablesFromOneVersionOn(String syntax, boolean give) {
    DockerfileTree tree = tree("# syntax=" + syntax + "\nFROM a\n");
    assertThat(SecretMounts.giveVariables(tree)).isEqualTo(give);
  }

  @Test
  void withoutADirectiveThatIsNotToBeKnown() {
    assertThat(SecretMounts.giveVariables(tree("FROM a\n"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUN a -p pw b | \"${X}\"",
        "RUN a \"-p pw b\" | ${X}",
        "RUN a '-p pw b' | -",
        "RUN a $(b pw) | -",
        "RUN [\"a\", \"pw\"] | -",
        "RUN a $X pw | -"
      })
  void aLiteralIsReplacedWhereTheShellExpands(String run, String expected) {
    Instruction.Run tree = (Instruction.Run) tree("FROM a\n" + run + "\n").instructions().get(1);
    Slice command = tree.command().slice();
    int at = command.text().indexOf("pw");
    var edits = SecretMounts.replace(tree, command, command.part(at, at + 2), "X");
    String text = edits.isEmpty() ? "-" : ((Edit.Replace) edits.get(1)).text();
    assertThat(text).isEqualTo(expected);
  }

  @Test
  void namesAreThoseOfVariables() {
    assertThat(SecretMounts.name("GitHub token")).isEqualTo("GITHUB_TOKEN");
    assertThat(SecretMounts.name("7z_password")).isEqualTo("_7Z_PASSWORD");
  }
}
