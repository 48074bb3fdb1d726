package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.ConfigProblem;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.config.Setting;
import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.testkit.index.AllRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

  private static final String OPEN = "FROM a AS build\nLABEL todo=open\nFROM b\nLABEL todo=open\n";

  private static Linted lint(String yaml) {
    return Sample.of(new AllRules()).file("api/Dockerfile", OPEN).file("plimsoll.yaml", yaml).run();
  }

  private static List<String> problems(String yaml) {
    MemoryWorkspace workspace = new MemoryWorkspace().put("plimsoll.yaml", yaml);
    Configurations configurations =
        Configurations.load(workspace, CommandLineChoices.NONE, new AllRules());
    configurations.planFor("Dockerfile");
    return configurations.problems().stream().map(ConfigProblem::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules: {dockerfile/todo-label: off}",
        "ignore: [todo-label]",
        "ignore: ['category:maintainability']",
        "select: [dockerfile/ping]",
        "overrides: [{files: ['api/**'], ignore: [todo-label]}]",
        "overrides: [{files: ['api/Dockerfile'], rules: {todo-label: off}}]"
      })
  void switchesARuleOff(String yaml) {
    assertThat(lint(yaml).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "profile: all",
        "ignore: [dockerfile/ping]",
        "ignore: [all]\nrules: {todo-label: warning}",
        "overrides: [{files: ['web/**'], ignore: [todo-label]}]"
      })
  void leavesARuleOn(String yaml) {
    assertThat(lint(yaml).findings()).hasSize(2);
  }

  @Test
  void anOverrideMayHoldForAPartOfAFile() {
    assertThat(
            lint("overrides: [{files: ['**'], within: [build], ignore: [todo-label]}]").findings())
        .singleElement()
        .asString()
        .startsWith("api/Dockerfile:4:12");
  }

  @Test
  void changesASeverity() {
    assertThat(lint("rules: {todo-label: error}").outcome().findings())
        .extracting(finding -> finding.severity())
        .containsOnly(Severity.ERROR);
  }

  @Test
  void theNearestFileCountsWhole() {
    Sample sample =
        Sample.of(new AllRules())
            .file("api/Dockerfile", OPEN)
            .file("plimsoll.yaml", "ignore: [todo-label]")
            .file("api/plimsoll.yaml", "profile: strict");
    assertThat(sample.run().findings()).hasSize(2);
  }

  @Test
  void theCommandLineHasTheLastWord() {
    Sample sample =
        Sample.of(new AllRules())
            .only("todo-label")
            .file("Dockerfile", OPEN)
            .file("plimsoll.yaml", "ignore: [todo-label]");
    assertThat(sample.run().findings()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ignor: [x] | plimsoll.yaml:1:1: unknown key \"ignor\" (did you mean \"ignore\"?)",
        "profile: strickt | plimsoll.yaml:1:10: \"strickt\" is no profile: write recommended, strict or all (did you mean \"strict\"?)",
        "profile: [strict] | plimsoll.yaml:1:10: \"profile\" must be a text, not a list"
      })
  void aMistakeIsNamedWithItsPlace(String yaml, String problem) {
    assertThat(problems(yaml)).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ignore: [nosuch/rule]",
        "rules: {todo-label: {nosuch: 1}}",
        "profile: strict\nprofile: all",
        "rules: {todo-label: loud}",
        "files: {cobol: ['*.cbl']}",
        "ignore: [",
        "- list",
        "rules:\n\ttodo-label: off"
      })
  void everyOtherMistakeIsAProblemToo(String yaml) {
    assertThat(problems(yaml)).hasSize(1).allMatch(each -> each.startsWith("plimsoll.yaml:"));
  }

  @Test
  void anOptionMayBeAMapping() {
    Linted linted =
        Sample.of(new AllRules())
            .fixing(Fixes.SAFE_AND_UNSAFE)
            .file("api/Dockerfile", OPEN)
            .file("plimsoll.yaml", "rules: {todo-label: {answers: {nothing: else, open: closed}}}")
            .run();
    assertThat(linted.text("api/Dockerfile")).contains("todo=closed");
    assertThat(problems("rules: {todo-label: {answers: {}}}")).isEmpty();
  }

  @Test
  void aMappingOfAnOverrideCountsWhole() {
    String yaml =
        """
        rules: {todo-label: {answers: {open: closed, new: old}}}
        overrides: [{files: ['**'], rules: {todo-label: {answers: {b: c, a: d}}}}]
        """;
    MemoryWorkspace workspace = new MemoryWorkspace().put("plimsoll.yaml", yaml);
    Configurations configurations =
        Configurations.load(workspace, CommandLineChoices.NONE, new AllRules());
    assertThat(configurations.settingsFor("Dockerfile"))
        .filteredOn(setting -> setting.name().endsWith(".answers"))
        .extracting(Setting::value)
        .containsExactly("{b: c, a: d}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[open] | 31: \"answers\" must be a mapping, not a list",
        "open | 31: \"answers\" must be a mapping, not \"open\"",
        "{open: 5} | 38: \"5\" does not fit \"open\": write one word of small letters",
        "{open: [a]} | 38: \"open\" must be a text, not a list",
        "{open: } | 37: \"open\" must be a text, not nothing",
        "{'': shut} | 32: a key of \"answers\" must not be empty",
        "{[a]: shut} | 32: a key must be a text, not a list",
        "{open: a, open: b} | 41: the key \"open\" is already in line 1"
      })
  void aMappingThatDoesNotFitIsNamedWithItsPlace(String value, String problem) {
    assertThat(problems("rules: {todo-label: {answers: " + value + "}}"))
        .containsExactly("plimsoll.yaml:1:" + problem);
  }

  @Test
  void anEmptyFileIsNoMistake() {
    assertThat(problems("")).isEmpty();
    assertThat(problems("# nothing yet\n")).isEmpty();
  }
}
