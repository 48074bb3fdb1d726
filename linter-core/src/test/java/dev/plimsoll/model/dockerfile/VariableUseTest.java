package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableUseTest {

  private static String names(List<VariableUse> uses) {
    return String.join(" ", uses.stream().map(use -> use.name().text()).toList());
  }

  private static Step last(String line) {
    List<Step> steps = model("FROM a\n" + line).steps();
    return steps.get(steps.size() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ENV A=$B C=\"${D}x\" E='$F' G=\\$H $I=1|B D",
        "LABEL a=${B:-$C} d=${E-x} f=${G:+$H} i=${J?k} l=${M%x}|M",
        "ARG A=$B|B",
        "COPY --chown=$A --from=b $C [d] ${E}/f|A C E",
        "ADD [\"$A b\", \"/$C\"]|A C",
        "EXPOSE $A/tcp $1 $$ $@|A",
        "USER $A:$B|A B",
        "WORKDIR $A/$B_1|A B_1",
        "VOLUME $A|A",
        "STOPSIGNAL $A|A",
        "CMD echo $A|",
        "RUN echo $A|",
      })
  void theBuilderReplacesThem(String line, String names) {
    assertThat(names(VariableUse.in(last(line), '\\'))).isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "echo \"$A\" '$B' \\$C ${D}|A D",
        "A=1; echo $A $B|B",
        "for A in $B; do echo $A; done|B",
        "read A; echo ${A}|",
        "make A=$A B=\"${B}\" C=$C_D|A B C_D",
        "--mount=type=secret,id=a,env=A echo $A $B|B",
        ". /etc/os-release; echo $A|",
        "source x && echo $A|",
        "cat <<'E'; echo $A|",
        "echo ${A:-$B}|",
        "[\"echo\", \"$A\"]|",
      })
  void scriptsTakeThemFromOutside(String script, String names) {
    Run run = (Run) last("RUN " + script);
    assertThat(names(VariableUse.inScript(run))).isEqualTo(names == null ? "" : names);
  }

  @Test
  void theBuilderReplacesThemInFilesOfAHeredoc() {
    String copy = "COPY <<A <<'B' /c/\n$D '$E' \\$F ${G:-g} \"$@\" $1 $ \nA\n$H\nB\n";
    assertThat(names(VariableUse.in(last(copy), '\\'))).isEqualTo("D E @ 1");
    assertThat(names(VariableUse.in(last("RUN <<A\n$B\nA\n"), '\\'))).isEmpty();
  }

  @Test
  void argumentsBeforeStagesAreTold() {
    DockerfileModel model = model("ARG A\nFROM a\nARG B\nENV C=1\nFROM scratch\n");
    assertThat(model.isGlobalArgument("A")).isTrue();
    assertThat(model.isGlobalArgument("TARGETARCH")).isTrue();
    assertThat(model.isGlobalArgument("B")).isFalse();
    assertThat(model.stages().get(0).end().declares("B")).isTrue();
    assertThat(model.stages().get(0).end().declares("C")).isTrue();
    assertThat(model.stages().get(0).end().declares("A")).isFalse();
    assertThat(model.stages().get(0).imageMaySet("A")).isEmpty();
    assertThat(model.stages().get(1).imageMaySet("A")).contains(false);
    assertThat(model.stages().get(1).imageMaySet("PATH")).contains(true);
  }
}
