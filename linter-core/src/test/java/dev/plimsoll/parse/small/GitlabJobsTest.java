package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.small.tree.WorkflowStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitlabJobsTest {

  @Test
  void oneShellRunsTheLinesOfAJob() {
    String text =
        """
        default:
          before_script:
            - d
        a:
          before_script: [b, "c \\"d\\""]
          script:
            - if $[[ inputs.x ]]; then
            - |
              e
              f
            - fi
          after_script: g
        .hidden:
          script: h
        variables:
          script: none
        """;
    assertThat(Workflows.steps(".gitlab-ci.yml", text))
        .containsExactly(
            "default/script: d",
            "a/script: b\nc \"d\"\nif ${_}; then\ne\nf\n\nfi",
            "a/after_script: g",
            ".hidden/script: h");
    WorkflowStep a = Workflows.read(".gitlab-ci.yml", text).steps().get(1);
    int d = a.script().text().indexOf('d');
    assertThat(a.script().part(d, d + 1).replace("\"").orElseThrow().text()).isEqualTo("\\\"");
    assertThat(String.join(" ", a.shell())).isEqualTo("bash -eo pipefail");
  }

  @Test
  void whatAliasesBringIsReadOnce() {
    String text =
        """
        .lines: &lines
          - a
          - b
        .more:
          more: [c, !reference [.lines], !reference [x, y]]
        one:
          script: [*lines, d]
        two:
          script:
            - *lines
            - !reference [.more, more]
            - e
            - !reference [.more, more]
        """;
    assertThat(Workflows.steps(".gitlab-ci.yml", text))
        .containsExactly("one/script: a\nb\nd", "two/script: c\ne");
    assertThat(Workflows.steps(".gitlab-ci.yml", "a:\n  script: &x [b, *x, *y]\n"))
        .containsExactly("a/script: b");
    assertThat(
            Workflows.steps(".gitlab-ci.yml", "b:\n  script: &x [b]\na:\n  script: [c, *x, *x]\n"))
        .containsExactly("b/script: b", "a/script: c");
  }

  @Test
  void textsThatAnAliasBringsFromFurtherDownAreScriptsOfTheirOwn() {
    assertThat(
            Workflows.steps(
                ".gitlab-ci.yml", "a:\n  script: [!reference [.b, x], c]\n.b:\n  x: [d]\n"))
        .containsExactly("a/script: d", "a/script: c");
  }

  @Test
  void gitlabMayHaveItsJobsRunByPowerShell() {
    String windows = "w: {tags: [windows], script: a}\n";
    assertThat(Workflows.steps(".gitlab-ci.yml", windows + "b: {script: c}\n")).isEmpty();
    assertThat(Workflows.steps(".gitlab-ci.yml", windows + "b: {image: alpine, script: c}\n"))
        .containsExactly("b/script: c");
  }

  @Test
  void theImageIsThatOfTheJobOrOfWhatItExtends() {
    assertThat(
            Workflows.images(
                ".gitlab-ci.yml",
                """
                default: {image: a}
                .b: &b {image: {name: b}}
                .c: {extends: [.b], script: x1}
                d: {script: x2}
                e: {<<: *b, script: x3}
                f: {extends: [d, .c], script: x4}
                g: {extends: .elsewhere, script: x5}
                h: {image: $I, script: x6}
                i: {extends: i, script: x7}
                """))
        .containsExactly("b", "a", "b", "b", "-", "$I", "a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'a: {script: [b]}'!false",
        "'services: [docker:dind]\na: {script: [b]}'!true",
        "'default: {services: [{name: docker:28.1-dind-alpine3.21}]}\na: {script: [b]}'!true",
        "'a: {services: [postgres:17], script: [b]}'!false",
        "'services: [docker:dind]\na: {services: [postgres:17], script: [b]}'!false",
        "'.d: {services: [registry.internal/docker:$V-dind]}\na: {extends: .d, script: [b]}'!true",
        "'services: [docker:dind]\na: {extends: .elsewhere, script: [b]}'!false",
        "'services: [docker:dind]\n"
            + "variables: {DOCKER_HOST: tcp://docker:2376}\n"
            + "a: {script: [b]}'!true",
        "'services: [docker:dind]\nvariables: {DOCKER_HOST: $BUILDER}\na: {script: [b]}'!false",
      })
  void aDockerBesideAJobOfGitlabIsNew(String text, boolean isNew) {
    assertThat(Workflows.hasNewDocker(".gitlab-ci.yml", text)).isEqualTo(isNew);
  }
}
