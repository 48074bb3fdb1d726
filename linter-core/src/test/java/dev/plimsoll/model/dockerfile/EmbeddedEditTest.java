package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ModeArgument;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wherever a script stands in a Dockerfile, a word of it has its place, and an edit lands there.
 */
class EmbeddedEditTest {

  private static Slice mode(SourceText source) {
    DockerfileModel model = model(source);
    List<Slice> modes = new ArrayList<>();
    for (Step step : model.steps()) {
      if (step instanceof Run run) {
        for (Command command : run.script().commands()) {
          ModeArgument.of(command).ifPresent(found -> modes.add(found.mode()));
        }
      }
    }
    assertThat(modes).hasSize(1);
    return modes.get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN @",
        "RUN chmod -R '777' /x",
        "RUN --mount=type=cache,target=/c \\\n  # c\n\n  a && \\\n  @ || b",
        "RUN a && \\\r\n  @\r\n",
        "RUN <<E\na\n@\nE",
        "RUN <<-'E'\n\ta && \\\n\t@\n\tE",
        "RUN bash <<E && @\na\nE",
        "ONBUILD RUN a; \\\n  @",
        "ONBUILD RUN <<E\na \\\n  && @\nE",
        "RUN [\"chmod\", \"777\", \"/x\"]",
        "RUN [\"sh\", \"-c\", \"a 'b' && \\\"c\\\" && @\"]",
        "RUN sh -c 'a; @'",
        "RUN sh -ec \"a \\\"b\\\"; \\\n  @\"",
        "RUN sh -c \"a $(b) ${c}; @ $d\"",
        "RUN sh -c $'a\\n@'",
        "RUN su - b -c \"sh -c 'a && @'\"",
        "RUN find /a -exec @ {} +",
        "RUN find /a -exec sh -c '@' {} \\;",
        "RUN a \"$(b \"$(@)\")\"",
        "RUN if a; then for b in c; do (@); done; fi",
        "RUN sudo -E env A=1 nice -n 5 @",
        "ONBUILD RUN <<E\nif a; then\n  sh -c \"eval 'b; \\\n  @'\"\nfi\nE",
      })
  void anEditLandsInTheWord(String host) {
    String text = "FROM x\n" + host.replace("@", "chmod -R 777 /x") + "\n";
    SourceText source = SourceText.of("Dockerfile", text);
    Slice mode = mode(source);
    Span place = mode.place().span();
    assertThat(text.substring(place.start(), place.end())).isEqualTo("777");
    Text.HostEdit edit = mode.replace("755").orElseThrow();
    String edited =
        text.substring(0, edit.span().start()) + edit.text() + text.substring(edit.span().end());
    assertThat(edited).isEqualTo(text.replace("777", "755"));
    assertThat(mode(SourceText.of("Dockerfile", edited)).text()).isEqualTo("755");
  }
}
