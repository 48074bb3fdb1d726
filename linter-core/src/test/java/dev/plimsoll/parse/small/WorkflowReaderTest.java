package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowReaderTest {

  @Test
  void circleRunsItsStepsWithPipefail() {
    String text =
        """
        commands:
          setup:
            steps:
              - run: a << parameters.x >> b
        jobs:
          build:
            docker: [{image: debian:13}]
            steps:
              - checkout
              - run:
                  name: two
                  command: |
                    cat \\<<E >> f
                    << pipeline.id >>
                    E
              - run: {command: c, shell: /bin/sh}
              - when:
                  condition: d
                  steps: [run: cat << a.b >> g]
          other:
            machine: true
            shell: << parameters.shell >>
            steps: [run: e]
        """;
    assertThat(Workflows.steps(".circleci/config.yml", text))
        .containsExactly(
            "build/two: cat <<E >> f\n${_}\nE\n",
            "build/run: c",
            "build/run: cat ${_} g",
            "setup/run: a ${_} b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'docker: [{image: a}], steps: [setup_remote_docker, {run: b}]'!true",
        "'docker: [{image: a}], steps: [{setup_remote_docker: {version: 1}}, {run: b}]'!true",
        "'docker: [{image: a}], steps: [{setup_remote_docker: {docker_layer_caching: true}}, {run:"
            + " b}]'!false",
        "'docker: [{image: a}], steps: [{run: b}]'!false",
        "'machine: {image: default}, steps: [{run: b}]'!true",
        "'machine: true, resource_class: shop/own, steps: [{run: b}]'!false",
        "'executor: own, steps: [setup_remote_docker, {run: b}]'!false",
      })
  void circleGivesANewDockerUnlessItIsPaidToKeepLayers(String job, boolean isNew) {
    assertThat(Workflows.hasNewDocker(".circleci/config.yml", "jobs: {a: {" + job + "}}"))
        .isEqualTo(isNew);
  }

  @Test
  void oneShellRunsTheCommandsOfADroneStep() {
    String text =
        """
        kind: pipeline
        steps:
          - name: a
            image: alpine
            commands: [b, "c $${D} ${E}"]
          - name: plugin
            image: p
        ---
        kind: pipeline
        steps: {f: {image: g, commands: [h]}}
        """;
    assertThat(Workflows.steps(".drone.yml", text)).containsExactly("a: b\nc ${D} ${E}", "f: h");
    assertThat(Workflows.images(".woodpecker/a.yml", text)).containsExactly("alpine", "g");
    assertThat(
            Workflows.steps(
                ".drone.yml", "platform: {os: windows}\n" + text.substring(0, text.indexOf("---"))))
        .isEmpty();
  }

  @Test
  void whatIsNoYamlHasNoSteps() {
    assertThat(
            Workflows.steps(
                ".github/workflows/ci.yml", Workflows.job("runs-on: x", "run: a") + "b: [\n"))
        .isEmpty();
    assertThat(Workflows.steps(".github/workflows/ci.yml", "")).isEmpty();
    assertThat(Workflows.steps(".github/workflows/ci.yml", "jobs:\n  a:\n    steps: {run: b}\n"))
        .isEmpty();
  }
}
