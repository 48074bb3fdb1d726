package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.small.tree.Workflow;
import dev.plimsoll.parse.small.tree.WorkflowStep;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowReaderTest {

  private static Workflow read(String name, String text) {
    return WorkflowReader.read(SourceText.of(name, text)).tree();
  }

  private static List<String> steps(String name, String text) {
    List<String> steps = new ArrayList<>();
    for (WorkflowStep step : read(name, text).steps()) {
      steps.add(String.join("/", step.path()) + ": " + step.script().text());
    }
    return steps;
  }

  private static List<WorkflowStep> github(String text) {
    return read(".github/workflows/ci.yml", text).steps();
  }

  private static String job(String head, String step) {
    return "jobs:\n  a:\n" + head.indent(4) + "    steps:\n      - " + step + "\n";
  }

  private static String shell(String head, String step) {
    List<WorkflowStep> steps = github(job(head, step));
    return steps.isEmpty() ? "" : String.join(" ", steps.get(0).shell());
  }

  @Test
  void eachStyleOfScalarIsReadWithItsPlaces() {
    String text =
        """
        jobs:
          build:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v5
              - run: a ${{ x }} b
              - name: two
                run: |
                  a
                    b "${{ fromJson('}}') }}"

                  c
              - id: three
                run: >-
                  a
                  b
              - run: "a \\"b\\""
              - run: 'a ''b'''
              - run:
              - run: ''
        """;
    assertThat(steps(".github/workflows/ci.yml", text))
        .containsExactly(
            "build/run: a ${_} b",
            "build/two: a\n  b \"${_}\"\n\nc\n",
            "build/three: a b",
            "build/run: a \"b\"",
            "build/run: a 'b'");
    for (WorkflowStep step : github(text)) {
      int at = step.script().text().indexOf('b');
      Slice letter = step.script().part(at, at + 1);
      assertThat(text.charAt(letter.place().span().start())).isEqualTo('b');
      assertThat(letter.replace("x").orElseThrow().span()).isEqualTo(letter.place().span());
    }
    assertThat(github(text).get(0).hasExpressions()).isTrue();
    assertThat(github(text).get(2).hasExpressions()).isFalse();
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
        "'runs-on: windows-2022', '{run: a, shell: bash}', bash --noprofile --norc -eo pipefail {0}",
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
        "'runs-on: ${{ matrix.os }}\nstrategy: {matrix: {os: [ubuntu, macos]}}', run: a, bash -e {0}",
        "'runs-on: ${{ matrix.os }}\nstrategy: {matrix: {os: [windows-2022]}}', run: a, ''",
        "'runs-on: ${{ matrix.os }}\nif: matrix.os == ''ubuntu''\nstrategy: {matrix: {os:"
            + " [windows]}}', run: a, bash -e {0}",
        "'runs-on: ${{ inputs.os }}', run: a, bash -e {0}",
        "'runs-on: ${{ inputs.os }}\nname: or windows', run: a, ''",
      })
  void theShellIsThatOfTheMachineOrTheOneNamed(String head, String step, String shell) {
    assertThat(shell(head, step)).isEqualTo(shell);
  }

  private static List<String> images(String name, String text) {
    List<String> images = new ArrayList<>();
    for (WorkflowStep step : read(name, text).steps()) {
      images.add(step.scope().image().orElse("-"));
    }
    return images;
  }

  @Test
  void theImageIsThatOfTheJob() {
    String name = ".github/workflows/ci.yml";
    assertThat(images(name, job("container: debian:13", "run: a"))).containsExactly("debian:13");
    assertThat(images(name, job("container: {image: alpine}", "run: a"))).containsExactly("alpine");
    assertThat(images(name, job("runs-on: ubuntu-latest", "run: a"))).containsExactly("-");
    assertThat(
            images(
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

  @Test
  void nearerVariablesHideOthers() {
    Workflow workflow =
        read(
            ".github/workflows/ci.yml",
            """
            env: {A: 1, B: 2, C: 3}
            jobs:
              a:
                env: {B: "${{ x }}"}
                steps:
                  - run: a
                    env: {C: 4}
                    working-directory: /srv
            """);
    WorkflowStep step = workflow.steps().get(0);
    assertThat(step.scope().variable("A").orElseThrow())
        .isInstanceOfSatisfying(
            Value.Known.class, known -> assertThat(known.text()).isEqualTo("1"));
    assertThat(step.scope().variable("B").orElseThrow()).isInstanceOf(Value.Unknown.class);
    assertThat(step.scope().variable("C").orElseThrow())
        .isInstanceOfSatisfying(
            Value.Known.class, known -> assertThat(known.text()).isEqualTo("4"));
    assertThat(step.scope().variable("D")).isEmpty();
    assertThat(step.scope().folder().orElseThrow()).isInstanceOf(Value.Known.class);
    assertThat(workflow.variables()).extracting(Workflow.Variable::name).contains("A", "C");
  }

  @Test
  void onlyCompositeActionsHaveSteps() {
    String steps = "  steps:\n    - run: a\n      shell: bash\n    - run: b\n";
    assertThat(steps("action.yml", "runs:\n  using: composite\n" + steps))
        .containsExactly("runs/run: a");
    assertThat(steps("action.yml", "runs:\n  using: node20\n  main: a.js\n")).isEmpty();
    assertThat(steps("action.yml", "- a\n---\nb: c\n")).isEmpty();
  }

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
    assertThat(steps(".gitlab-ci.yml", text))
        .containsExactly(
            "default/script: d",
            "a/script: b\nc \"d\"\nif ${_}; then\ne\nf\n\nfi",
            "a/after_script: g",
            ".hidden/script: h");
    WorkflowStep a = read(".gitlab-ci.yml", text).steps().get(1);
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
    assertThat(steps(".gitlab-ci.yml", text))
        .containsExactly("one/script: a\nb\nd", "two/script: c\ne");
    assertThat(steps(".gitlab-ci.yml", "a:\n  script: &x [b, *x, *y]\n"))
        .containsExactly("a/script: b");
    assertThat(steps(".gitlab-ci.yml", "b:\n  script: &x [b]\na:\n  script: [c, *x, *x]\n"))
        .containsExactly("b/script: b", "a/script: c");
  }

  @Test
  void textsThatAnAliasBringsFromFurtherDownAreScriptsOfTheirOwn() {
    assertThat(steps(".gitlab-ci.yml", "a:\n  script: [!reference [.b, x], c]\n.b:\n  x: [d]\n"))
        .containsExactly("a/script: d", "a/script: c");
  }

  @Test
  void gitlabMayHaveItsJobsRunByPowerShell() {
    String windows = "w: {tags: [windows], script: a}\n";
    assertThat(steps(".gitlab-ci.yml", windows + "b: {script: c}\n")).isEmpty();
    assertThat(steps(".gitlab-ci.yml", windows + "b: {image: alpine, script: c}\n"))
        .containsExactly("b/script: c");
  }

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
    assertThat(steps(".circleci/config.yml", text))
        .containsExactly(
            "build/two: cat <<E >> f\n${_}\nE\n",
            "build/run: c",
            "build/run: cat ${_} g",
            "setup/run: a ${_} b");
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
    assertThat(steps(".drone.yml", text)).containsExactly("a: b\nc ${D} ${E}", "f: h");
    assertThat(images(".woodpecker/a.yml", text)).containsExactly("alpine", "g");
    assertThat(
            steps(
                ".drone.yml", "platform: {os: windows}\n" + text.substring(0, text.indexOf("---"))))
        .isEmpty();
  }

  @Test
  void whatIsNoYamlHasNoSteps() {
    assertThat(steps(".github/workflows/ci.yml", job("runs-on: x", "run: a") + "b: [\n")).isEmpty();
    assertThat(steps(".github/workflows/ci.yml", "")).isEmpty();
    assertThat(steps(".github/workflows/ci.yml", "jobs:\n  a:\n    steps: {run: b}\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'run: a b'!true",
        "'run: a b # c, d'!true",
        "'{run: a b}'!false",
        "'{run: a b # c\n        }'!false",
      })
  void aCommaMayStandWhereNoListEnds(String step, boolean isPossible) {
    Slice script = github(job("runs-on: ubuntu-latest", step)).get(0).script();
    assertThat(script.part(0, 1).replace("x=1,y=2").isPresent()).isEqualTo(isPossible);
  }

  private static boolean hasNewDocker(String name, String text) {
    return read(name, text).steps().get(0).scope().hasNewDocker();
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
        "'runs-on: ${{ matrix.os }}\nstrategy: {matrix: {os: [ubuntu-latest], include: [{os: big}]}}'!false",
        "'runs-on: ${{ matrix.os }}\nstrategy: {matrix: \"${{ fromJson(x) }}\"}'!false",
        "'runs-on: ubuntu-latest\nenv: {DOCKER_HOST: tcp://builder.internal:2376}'!false",
      })
  void machinesOfGithubAreNewEachTime(String head, boolean isNew) {
    assertThat(hasNewDocker(".github/workflows/ci.yml", job(head, "run: a"))).isEqualTo(isNew);
    assertThat(hasNewDocker(".gitea/workflows/ci.yml", job(head, "run: a"))).isFalse();
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
    String text = job("runs-on: ubuntu-latest", action + "\n      - run: a");
    assertThat(hasNewDocker(".github/workflows/ci.yml", text)).isEqualTo(isNew);
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
        "'services: [docker:dind]\nvariables: {DOCKER_HOST: tcp://docker:2376}\na: {script: [b]}'!true",
        "'services: [docker:dind]\nvariables: {DOCKER_HOST: $BUILDER}\na: {script: [b]}'!false",
      })
  void aDockerBesideAJobOfGitlabIsNew(String text, boolean isNew) {
    assertThat(hasNewDocker(".gitlab-ci.yml", text)).isEqualTo(isNew);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'docker: [{image: a}], steps: [setup_remote_docker, {run: b}]'!true",
        "'docker: [{image: a}], steps: [{setup_remote_docker: {version: 1}}, {run: b}]'!true",
        "'docker: [{image: a}], steps: [{setup_remote_docker: {docker_layer_caching: true}}, {run: b}]'!false",
        "'docker: [{image: a}], steps: [{run: b}]'!false",
        "'machine: {image: default}, steps: [{run: b}]'!true",
        "'machine: true, resource_class: shop/own, steps: [{run: b}]'!false",
        "'executor: own, steps: [setup_remote_docker, {run: b}]'!false",
      })
  void circleGivesANewDockerUnlessItIsPaidToKeepLayers(String job, boolean isNew) {
    assertThat(hasNewDocker(".circleci/config.yml", "jobs: {a: {" + job + "}}")).isEqualTo(isNew);
  }

  @Test
  void stepsThatActionsDoAreKept() {
    Workflow workflow =
        read(
            ".github/workflows/ci.yml",
            job(
                "runs-on: ubuntu-latest",
                "id: x\n        uses: a/b@v1\n        with: {c: d}\n      - uses: e/f@v2"));
    assertThat(workflow.actions())
        .extracting(
            each -> each.path() + " " + each.name().text() + " " + each.inputs().isPresent())
        .containsExactly("[a, x] a/b@v1 true", "[a, run] e/f@v2 false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'a: [x, y]'!'[a=x, a=y]'",
        "'a: [x, y], b: [1, 2]'!'[a=x b=1, a=x b=2, a=y b=1, a=y b=2]'",
        "'a: [{f: x, t: {u: y}}]'!'[a.f=x a.t.u=y]'",
        "'include: [{f: x}, {f: y}]'!'[f=x, f=y]'",
        "'a: [x], include: [{a: x, b: 1}]'![]",
        "'a: [x, y], exclude: [{a: x}]'![]",
        "'a: \"${{ fromJson(b) }}\"'![]",
      })
  void aJobRunsForEachOfTheValuesOfItsMatrix(String matrix, String runs) {
    String head = "runs-on: a\nstrategy: {matrix: {" + matrix + "}}";
    List<String> found = new ArrayList<>();
    for (Map<String, Scalar> run : github(job(head, "run: a")).get(0).scope().runs()) {
      List<String> values = new ArrayList<>();
      for (Map.Entry<String, Scalar> value : new TreeMap<>(run).entrySet()) {
        values.add(value.getKey() + "=" + value.getValue().text());
      }
      found.add(String.join(" ", values));
    }
    assertThat(found).hasToString(runs);
  }
}
