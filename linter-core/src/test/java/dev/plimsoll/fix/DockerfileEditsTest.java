package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileEditsTest {

  private static DockerfileTree parse(String text) {
    return new DockerfileParser().parse(SourceText.of("Dockerfile", text)).tree();
  }

  private static String applied(String text, Edit edit) {
    return Splice.of(List.of((Edit.Replace) edit), text.length()).orElseThrow().apply(text);
  }

  @ParameterizedTest
  @CsvSource({
    "docker/dockerfile:1.0, true",
    "docker.io/docker/dockerfile:1.1, true",
    "docker/dockerfile:1.1.7, true",
    "docker/dockerfile:1.1@sha256:0a, true",
    "docker/dockerfile:1.1-experimental, false",
    "docker/dockerfile:1.0.2-experimental, false",
    "docker/dockerfile:1.10, false",
    "docker/dockerfile:1.2, false",
    "docker/dockerfile:1, false",
    "acme/frontend:1.0, false"
  })
  void anOldSyntaxRefusesMounts(String syntax, boolean refuses) {
    DockerfileTree tree = parse("# syntax=" + syntax + "\nFROM a\n");
    assertThat(DockerfileEdits.isMountRefused(tree)).isEqualTo(refuses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "RUN a % 'RUN --x \\\n    --y \\\n    a'",
        "'  RUN a' % '  RUN --x \\\n      --y \\\n      a'",
        "'RUN \\\n  a' % 'RUN --x \\\n    --y \\\n  a'",
        "RUN --mount=target=/m a % 'RUN --mount=target=/m \\\n    --x \\\n    --y \\\n    a'",
        "'RUN <<E\na\nE' % 'RUN --x --y <<E\na\nE'"
      })
  void addsFlagsOnLinesOfTheirOwn(String before, String after) {
    Instruction run = parse(before).instructions().get(0);
    Edit edit = DockerfileEdits.addFlagLines((Instruction.Run) run, List.of("--x", "--y"), '\\');
    assertThat(applied(before, edit)).isEqualTo(after);
  }

  @Test
  void putsADirectiveBeforeTheOthers() {
    String text = "# escape=`\r\nFROM a\r\n";
    Edit edit = DockerfileEdits.addDirective(parse(text), "syntax", "x");
    assertThat(applied(text, edit)).isEqualTo("# syntax=x\r\n" + text);
  }

  @Test
  void putsADirectiveBehindAShebang() {
    String text = "#!/usr/bin/env buildctl\nFROM a\n";
    Edit edit = DockerfileEdits.addDirective(parse(text), "syntax", "x");
    assertThat(applied(text, edit)).isEqualTo("#!/usr/bin/env buildctl\n# syntax=x\nFROM a\n");
  }
}
