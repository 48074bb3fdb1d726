package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.ScriptContext.Configuration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippingTest {

  private static Run lastRun(String dockerfile) {
    List<Step> steps = model(dockerfile).steps();
    return (Run) steps.get(steps.size() - 1);
  }

  @Test
  void theFinalStageItsBasesAndWhatIsCopiedWholeAreShipped() {
    List<Stage> shipped =
        model(
                "FROM a AS base\nFROM a AS tools\nFROM a AS whole\n"
                    + "FROM base\nCOPY --from=tools /x /x\nCOPY --from=whole / /\n")
            .shipped();
    assertThat(shipped).extracting(Stage::index).containsExactly(0, 2, 3);
  }

  @Test
  void stagesThatNobodyTakesFromAreDelivered() {
    List<Stage> delivered =
        model(
                "FROM a AS base\nFROM a AS tools\nFROM base AS test\n"
                    + "FROM a AS end\nCOPY --from=tools /x /x\n")
            .delivered();
    assertThat(delivered).extracting(Stage::index).containsExactly(0, 2, 3);
  }

  @Test
  void aStageThatIsMountedIsNotDelivered() {
    DockerfileModel model =
        model(
            "FROM a AS base\nFROM base AS tools\nFROM a AS test\n"
                + "FROM a\nRUN --mount=from=tools,target=/t /t/x\n");
    assertThat(model.sources()).extracting(Stage::index).containsExactly(0, 1);
    assertThat(model.delivered()).extracting(Stage::index).containsExactly(2, 3);
  }

  @Test
  void theLastStageIsDeliveredThoughOneTakesFromIt() {
    List<Stage> delivered = model("FROM a AS b\nFROM b\nCOPY --from=b /x /x\n").delivered();
    assertThat(delivered).extracting(Stage::index).containsExactly(0, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "yes | apt-get install a # true",
        "yes | sh -c 'apt-get install a' # true",
        "yes | { b; apt-get install a; } # true",
        "apt-get install a | tee log # false",
        "yes | b && apt-get install a # false"
      })
  void aPipeFeedsACommandOrTheBlockAroundIt(String line, boolean piped) {
    List<Command> commands = lastRun("FROM a\nRUN " + line + "\n").script().commands();
    assertThat(commands)
        .filteredOn(command -> command.isNamed("apt-get"))
        .extracting(Command::isPiped)
        .containsExactly(piped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "RUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/9 # true",
        "COPY apt.conf /etc/apt/ # true",
        "RUN apt-get -o APT::Install-Recommends=0 install a # false",
        "ENV A=apt.conf # false"
      })
  void whatAnEarlierStepWroteIsKnown(String step, boolean configured) {
    Run run = lastRun("FROM a AS b\n" + step + "\nFROM b\nRUN apt-get install c\n");
    assertThat(run.isConfigured(Configuration.NO_RECOMMENDS)).isEqualTo(configured);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "RUN echo 'a ALL=(ALL) NOPASSWD: ALL' | tee /etc/b # true",
        "COPY a /etc/sudoers.d/ # true",
        "RUN apt-get install sudo && sudo b # false"
      })
  void anEntryForSudoIsKnown(String step, boolean configured) {
    Run run = lastRun("FROM a\n" + step + "\nRUN b\n");
    assertThat(run.isConfigured(Configuration.SUDO)).isEqualTo(configured);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "RUN apt-get install -y a # true",
        "RUN apt-get install $OPTS a # true",
        "RUN apt-get install $YES a # true",
        "RUN apt-get install $NAME a # false",
        "RUN apt-get install $UNSET_FLAGS a # true",
        "RUN apt-get install \"$@\" # true",
        "RUN o='-q -y'; apt-get install $o # true",
        "RUN apt-get install -qq a # true",
        "RUN apt-get install -q a # false"
      })
  void anOptionMayHideInAVariable(String step, boolean may) {
    Run run = lastRun("FROM a\nARG UNSET_FLAGS\nENV OPTS=-qy YES=--yes NAME=b\n" + step + "\n");
    PackageCall call = PackageCall.of(run.script().commands().get(0)).orElseThrow();
    assertThat(call.mayHaveOption(List.of("y", "yes", "qq"), run)).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "'COPY a b /app/', /app/b, b",
    "'COPY x/package*.json ./', /srv/package-lock.json, x/package-lock.json",
    "'COPY . .', /srv/sub/f, ./sub/f",
    "'COPY a /etc/f', /etc/f, a",
    "'COPY a/app /app', /app/app, a/app a/app/app",
    "'COPY a /etc/', /etc, ''",
    "'COPY --from=c . .', /srv/f, ''",
    "'COPY $A .', /srv/f, ''"
  })
  void aFileOfTheImageComesFromTheContext(String copy, String file, String path) {
    List<Step> steps = model("FROM a\nWORKDIR /srv\n" + copy + "\n").steps();
    List<String> paths = ((Copy) steps.get(steps.size() - 1)).contextPathsOf(file);
    assertThat(String.join(" ", paths)).contains(path);
    assertThat(paths.isEmpty()).isEqualTo(path.isEmpty());
  }
}
