package dev.plimsoll.model.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext.Configuration;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowModelTest {

  private static final String HEAD = "jobs:\n build:\n  runs-on: ubuntu-latest\n  steps:\n";

  private static WorkflowModel model(String text) {
    return WorkflowModel.of(
        SourceText.of(".github/workflows/ci.yml", text), new ScriptReader(), new BaseImages());
  }

  private static StepScript step(String text) {
    return model(HEAD + text).steps().get(0);
  }

  private static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    for (StepScript step : model(HEAD + text).steps()) {
      for (Command command : step.script().commands()) {
        commands.add(command.anchor() + ": " + command);
      }
    }
    return commands;
  }

  @Test
  void aStepIsAScriptUnderItsNames() {
    assertThat(
            commands(
                """
                  - run: a | b
                  - name: lint / test
                    run: |
                      c "$(d)"
                  - id: last
                    name: x
                    run: sh -c 'e ${{ f }}'
                """))
        .containsExactly(
            "build/run/a: a",
            "build/run/b: b",
            "build/lint | test/c: c \"$(d)\"",
            "build/lint | test/d: d",
            "build/last/sh: sh -c 'e ${_}'",
            "build/last/e: e ${_}");
  }

  @Test
  void whatAnExpressionMayCloseIsNoError() {
    assertThat(step("  - run: if a; then b\n").script().problems()).hasSize(1);
    assertThat(model(HEAD + "  - run: if a; then b\n").problems()).hasSize(1);
    assertThat(step("  - run: if a; then b ${{ c }}\n").script().problems()).isEmpty();
    assertThat(model(HEAD + "  - run: a\n b: [\n").problems()).isNotEmpty();
  }

  @Test
  void anotherStepMaySetWhatTheWorkflowSets() {
    StepScript step = step("  - run: a\n    env: {A: b}\n    working-directory: src\n");
    assertThat(step.variable("A"))
        .isInstanceOfSatisfying(
            Value.Choice.class,
            choice -> assertThat(choice.byDefault()).isInstanceOf(Value.Known.class));
    assertThat(step.variable("B")).isInstanceOf(Value.Unknown.class);
    assertThat(step.workdir()).isInstanceOf(Value.Unknown.class);
    assertThat(step.user()).isInstanceOf(Value.Unknown.class);
    assertThat(step.interpreter()).containsExactly("bash", "-e", "{0}");
  }

  @ParameterizedTest
  @CsvSource({
    "ubuntu-latest, true",
    "self-hosted, true",
    "'ubuntu-latest\n  container: registry.internal/a', true",
    "'ubuntu-latest\n  container: {image: \"debian:13\"}', false",
    "'ubuntu-latest\n  container: debian:13', false",
  })
  void onlyInKnownImagesAptIsKnownToAsk(String runsOn, boolean assumes) {
    String text = HEAD.replace("ubuntu-latest", runsOn) + "  - run: a\n";
    assertThat(model(text).steps().get(0).isConfigured(Configuration.ASSUME_YES))
        .isEqualTo(assumes);
    assertThat(model(text).steps().get(0).isConfigured(Configuration.SUDO)).isFalse();
  }

  private static String site(String text, String comment) {
    WorkflowModel model = model(text);
    for (Slice each : model.comments()) {
      if (each.text().equals(comment)) {
        CommentSite site = model.site(each);
        String covered = text.substring(site.span().start(), site.span().end());
        return site.standing() + " " + site.anchor() + " " + covered.lines().findFirst().orElse("");
      }
    }
    return "";
  }

  @Test
  void aCommentSpeaksOfWhatFollowsIt() {
    String text =
        """
        # head
        on: push
        jobs:
          # job
          build:
            runs-on: x
            steps:
              # step
              - uses: y
                run: |
                  a
                  # command
                  b && c
                  # end
              - run: d # behind
        # last
        """;
    assertThat(site(text, "# head")).isEqualTo("HEAD  on: push");
    assertThat(site(text, "# job")).isEqualTo("BODY build/run build:");
    assertThat(site(text, "# step")).isEqualTo("BODY build/run uses: y");
    assertThat(site(text, "# command")).isEqualTo("BODY build/run/b b && c");
    assertThat(site(text, "# end")).startsWith("BODY").endsWith(" ");
    assertThat(site(text, "# behind")).startsWith("TRAILING");
    assertThat(site(text, "# last")).isEqualTo("BODY  ");
  }

  @Test
  void onlyCommentsAreNotOfTheModel() {
    String text = HEAD + "  # a\n  - run: b # c\n  - name: d\n    run: |\n      e\n      # f\n";
    String other = HEAD + "  - run: b \n  - name: d\n    run: |\n      e\n";
    assertThat(model(text).facets()).isEqualTo(model(other).facets());
    assertThat(model(text).facets()).isNotEqualTo(model(text.replace("d", "x")).facets());
    assertThat(model(text).facets()).isNotEqualTo(model(text.replace("e\n", "x\n")).facets());
    String list = "a:\n  script:\n    - b\n    - c\n";
    assertThat(gitlab(list).facets()).isNotEqualTo(gitlab(list.replace("c", "")).facets());
  }

  private static WorkflowModel gitlab(String text) {
    return WorkflowModel.of(
        SourceText.of(".gitlab-ci.yml", text), new ScriptReader(), new BaseImages());
  }

  @Test
  void secretsAreThoseOfScriptsAndVariables() {
    String text =
        "env: {DB_PASSWORD: hunter22, A_TOKEN: \"${{ secrets.X }}\", A: b}\n"
            + HEAD
            + "  - run: mysql -uroot -pZk4mVq8t\n";
    List<String> secrets = new ArrayList<>();
    for (Place place : model(text).secrets()) {
      secrets.add(text.substring(place.span().start(), place.span().end()));
    }
    assertThat(secrets).contains("hunter22", "Zk4mVq8t").doesNotContain("b", "${{ secrets.X }}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{% if a %}\n", "{{ cookiecutter.jobs }}\n", "a: b: {{ c }}\n"})
  void aTemplateShowsWhereYamlFails(String line) {
    assertThat(model(line + HEAD + "  - run: a\n").template()).isPresent();
  }

  @Test
  void anExpressionIsNoTemplate() {
    assertThat(model(HEAD + "  - run: a {{.B}} ${{ c }}\n").template()).isEmpty();
    assertThat(model("a: b: ${{ c }}\n").template()).isEmpty();
  }
}
