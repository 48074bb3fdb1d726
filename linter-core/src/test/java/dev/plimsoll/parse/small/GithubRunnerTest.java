package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.small.tree.WorkflowStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubRunnerTest {

  private static String shell(String head, String step) {
    List<WorkflowStep> steps = Workflows.github(Workflows.job(head, step));
    return steps.isEmpty() ? "" : String.join(" ", steps.get(0).shell());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "runs-on: ubuntu-latest, run: a, bash -e {0}",
        "'runs-on: [self-hosted, linux]', run: a, bash -e {0}",
        "runs-on: windows-2022, run: a, ''",
        "'runs-on: [self-hosted, Windows]', run: a, ''",
        "'runs-on: {group: big, labels: windows-x}', run: a, ''",
        "'runs-on: windows-2022', '{run: a, shell: bash}', bash --noprofile --norc -eo pipefail"
            + " {0}",
        "'runs-on: windows-2022', '{run: a, if: \"runner.os != ''Windows''\"}', bash -e {0}",
        "'runs-on: x', '{run: a, shell: sh}', sh -e {0}",
        "'runs-on: x', '{run: a, shell: pwsh}', ''",
        "'runs-on: x', '{run: a, shell: python}', ''",
        "'runs-on: x', '{run: a, shell: \"${{ inputs.shell }}\"}', ''",
        "'runs-on: x', '{run: a, shell: \"${{ a && b || c bash }}\"}', ''",
        "'runs-on: x', '{run: a, shell: \"/bin/bash -l {0}\"}', bash -l {0}",
        "'runs-on: x', '{run: a, shell: \"nix develop -c bash -e {0}\"}', bash -e {0}",
        "'runs-on: x\ncontainer: debian:13', run: a, sh -e {0}",
        "'runs-on: x\ndefaults: {run: {shell: bash}}', run: a,"
            + " bash --noprofile --norc -eo pipefail {0}",
        "'runs-on: ${{ matrix.os }}\n"
            + "strategy: {matrix: {os: [ubuntu, macos]}}', run: a, bash -e {0}",
        "'runs-on: ${{ matrix.os }}\nstrategy: {matrix: {os: [windows-2022]}}', run: a, ''",
        "'runs-on: ${{ matrix.os }}\nif: matrix.os == ''ubuntu''\nstrategy: {matrix: {os:"
            + " [windows]}}', run: a, bash -e {0}",
        "'runs-on: ${{ inputs.os }}', run: a, bash -e {0}",
        "'runs-on: ${{ inputs.os }}\nname: or windows', run: a, ''",
      })
  void theShellIsThatOfTheMachineOrTheOneNamed(String head, String step, String shell) {
    assertThat(shell(head, step)).isEqualTo(shell);
  }

  @Test
  void theImageIsThatOfTheJob() {
    String name = ".github/workflows/ci.yml";
    assertThat(Workflows.images(name, Workflows.job("container: debian:13", "run: a")))
        .containsExactly("debian:13");
    assertThat(Workflows.images(name, Workflows.job("container: {image: alpine}", "run: a")))
        .containsExactly("alpine");
    assertThat(Workflows.images(name, Workflows.job("runs-on: ubuntu-latest", "run: a")))
        .containsExactly("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "runs-on: ubuntu-latest!true",
        "runs-on: [ubuntu-24.04]!true",
        "runs-on: ubuntu-24.04-arm!true",
        "runs-on: ubuntu-24.04-8core!false",
        "'runs-on: [self-hosted, linux]'!false",
        "'runs-on: {group: big, labels: fast}'!false",
        "runs-on: ${{ inputs.runner }}!false",
        "'runs-on: ${{ matrix.os }}\nstrategy: {matrix: {os: [ubuntu-latest, ubuntu-22.04]}}'!true",
        "'runs-on: ${{ matrix.os }}\nstrategy: {matrix: {os: [ubuntu-latest, big]}}'!false",
        "'runs-on: ${{ matrix.os }}\n"
            + "strategy: {matrix: {os: [ubuntu-latest], include: [{os: big}]}}'!false",
        "'runs-on: ${{ matrix.os }}\nstrategy: {matrix: \"${{ fromJson(x) }}\"}'!false",
        "'runs-on: ubuntu-latest\nenv: {DOCKER_HOST: tcp://builder.internal:2376}'!false",
      })
  void machinesOfGithubAreNewEachTime(String head, boolean isNew) {
    assertThat(Workflows.hasNewDocker(".github/workflows/ci.yml", Workflows.job(head, "run: a")))
        .isEqualTo(isNew);
    assertThat(Workflows.hasNewDocker(".gitea/workflows/ci.yml", Workflows.job(head, "run: a")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "uses: docker/setup-buildx-action@v3!true",
        "'uses: docker/setup-buildx-action@v3\n        with: {driver: docker-container}'!true",
        "'uses: docker/setup-buildx-action@v3\n        with: {driver: cloud}'!false",
        "'uses: docker/setup-buildx-action@v3\n        with: {endpoint: builder}'!false",
        "uses: depot/setup-action@v1!false",
        "uses: ScribeMD/docker-cache@0.5.0!false",
        "uses: ./.github/actions/set-up-docker!false",
        "uses: ./.github/actions/set-up-node!true",
        "'uses: actions/cache@v4\n        with: {path: ~/.npm}'!true",
        "'uses: actions/cache@v4\n        with: {path: /tmp/docker}'!false",
      })
  void anActionMayBringLayers(String action, boolean isNew) {
    String text = Workflows.job("runs-on: ubuntu-latest", action + "\n      - run: a");
    assertThat(Workflows.hasNewDocker(".github/workflows/ci.yml", text)).isEqualTo(isNew);
  }
}
