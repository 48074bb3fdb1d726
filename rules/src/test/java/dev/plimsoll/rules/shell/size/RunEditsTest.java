package dev.plimsoll.rules.shell.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunEditsTest {

  private static List<Edit> join(String text) {
    DockerfileModel model =
        DockerfileModel.of(
            new DockerfileParser().parse(SourceText.of("Dockerfile", text)),
            new ScriptReader(),
            new BaseImages());
    List<Run> runs = new ArrayList<>();
    for (Step step : model.steps()) {
      if (step instanceof Run run) {
        runs.add(run);
      }
    }
    return RunEdits.join(model, runs);
  }

  @Test
  void commandsAreJoinedInOrder() {
    String text = "FROM debian:13\nRUN a && b\n\nRUN c\n";
    Edit.Replace edit = (Edit.Replace) join(text).get(0);
    String joined =
        text.substring(0, edit.span().start()) + edit.text() + text.substring(edit.span().end());
    assertThat(joined).isEqualTo("FROM debian:13\nRUN a && b \\\n    && c\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN a; b\nRUN c",
        "RUN a || b\nRUN c",
        "RUN cd /a\nRUN c",
        "RUN A=1\nRUN c",
        "RUN a\n# why\nRUN c",
        "RUN a\nRUN --network=none c",
        "RUN [\"a\"]\nRUN c",
        "RUN <<EOF\na\nEOF\nRUN c",
        "RUN a\nUSER x\nRUN c",
      })
  void othersAreLeftAlone(String runs) {
    List<Edit> edits = join("FROM debian:13\n" + runs + "\n");
    assertThat(edits.get(edits.size() - 1)).isInstanceOf(Edit.Impossible.class);
  }
}
