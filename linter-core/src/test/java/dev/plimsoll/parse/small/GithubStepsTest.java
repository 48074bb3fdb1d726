package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.small.tree.Workflow;
import dev.plimsoll.parse.small.tree.WorkflowStep;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubStepsTest {

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
    assertThat(Workflows.steps(".github/workflows/ci.yml", text))
        .containsExactly(
            "build/run: a ${_} b",
            "build/two: a\n  b \"${_}\"\n\nc\n",
            "build/three: a b",
            "build/run: a \"b\"",
            "build/run: a 'b'");
    for (WorkflowStep step : Workflows.github(text)) {
      int at = step.script().text().indexOf('b');
      Slice letter = step.script().part(at, at + 1);
      assertThat(text.charAt(letter.place().span().start())).isEqualTo('b');
      assertThat(letter.replace("x").orElseThrow().span()).isEqualTo(letter.place().span());
    }
    assertThat(Workflows.github(text).get(0).hasExpressions()).isTrue();
    assertThat(Workflows.github(text).get(2).hasExpressions()).isFalse();
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
    Slice script = Workflows.github(Workflows.job("runs-on: ubuntu-latest", step)).get(0).script();
    assertThat(script.part(0, 1).replace("x=1,y=2").isPresent()).isEqualTo(isPossible);
  }

  @Test
  void nearerVariablesHideOthers() {
    Workflow workflow =
        Workflows.read(
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
    assertThat(Workflows.steps("action.yml", "runs:\n  using: composite\n" + steps))
        .containsExactly("runs/run: a");
    assertThat(Workflows.steps("action.yml", "runs:\n  using: node20\n  main: a.js\n")).isEmpty();
    assertThat(Workflows.steps("action.yml", "- a\n---\nb: c\n")).isEmpty();
  }

  @Test
  void stepsThatActionsDoAreKept() {
    Workflow workflow =
        Workflows.read(
            ".github/workflows/ci.yml",
            Workflows.job(
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
    for (Map<String, Scalar> run :
        Workflows.github(Workflows.job(head, "run: a")).get(0).scope().runs()) {
      List<String> values = new ArrayList<>();
      for (Map.Entry<String, Scalar> value : new TreeMap<>(run).entrySet()) {
        values.add(value.getKey() + "=" + value.getValue().text());
      }
      found.add(String.join(" ", values));
    }
    assertThat(found).hasToString(runs);
  }
}
