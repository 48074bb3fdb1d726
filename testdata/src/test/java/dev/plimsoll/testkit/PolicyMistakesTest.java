package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.ConfigProblem;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.testkit.index.AllRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyMistakesTest {

  private static List<String> problems(String yaml) {
    MemoryWorkspace workspace = new MemoryWorkspace().put("plimsoll.yaml", yaml);
    Configurations configurations =
        Configurations.load(workspace, CommandLineChoices.NONE, new AllRules());
    configurations.planFor("Dockerfile");
    return configurations.problems().stream().map(ConfigProblem::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{sverity: error, forbiddenPorts: [1]} | 16: unknown key \"sverity\" (did you mean"
            + " \"severity\"?)",
        "{severity: eror, forbiddenPorts: [1]} | 26: \"eror\" is no severity: write error, warning,"
            + " info or style (did you mean \"error\"?)",
        "{message: 'is {valeu}', forbiddenPorts: [1]} | 25: there is no placeholder {valeu} (did"
            + " you mean {value}?)",
        "{url: wiki, forbiddenPorts: [1]} | 21: \"url\" must begin with https:// or http://",
        "{forbiddenPorts: [ssh]} | 33: \"ssh\" is no port: write a number or a range, as 8000-8010",
        "{forbiddenInstructions: [ADDD]} | 40: \"ADDD\" is no instruction (did you mean \"ADD\"?)",
        "{language: cobol, forbiddenPorts: [1]} | 26: \"cobol\" is no language that policies can"
            + " judge: write dockerfile, compose or openapi",
        "{language: openapi, forbiddenPorts: [1]} | 12: what the policy asks cannot be asked of"
            + " this language",
        "{message: x} | 12: a policy needs \"given\" and \"then\", or one of requiredKeys,"
            + " forbiddenKeys, allowedRegistries, forbiddenImages, requiredLabels,"
            + " forbiddenInstructions, allowedPorts, forbiddenPorts",
        "{language: openapi, given: $.info} | 12: \"given\" needs \"then\"",
        "{given: $.info, then: {defined: true}} | 12: \"language\" is missing: dockerfile, compose"
            + " or openapi",
        "{language: compose, then: {defined: true}} | 12: \"given\" is missing: a path to what is"
            + " judged, such as $.services.*",
        "{language: openapi, requiredKeys: [a]} | 12: \"given\" is missing: a path to what is"
            + " judged, such as $.services.*",
        "{language: openapi, given: '$.a[b]', then: {defined: true}} | 47: no JSONPath: a name in"
            + " brackets stands in quotes, as in ['name']",
        "{language: openapi, given: '$.paths.*~', then: {defined: true}} | 52: no JSONPath: RFC"
            + " 9535 has no \"~\": to judge keys, write field: \"@key\"",
        "{language: openapi, given: $.a, then: {match: '['}} | 62: no regular expression: unclosed"
            + " character class",
        "{language: openapi, given: $.a, then: {casing: title}} | 62: \"title\" is no casing: write"
            + " camel, pascal, kebab, snake, cobol, macro or flat",
        "{language: openapi, given: $.a, then: {function: pattern}} | 54: there is no \"function\""
            + " here: write the assertion itself, such as defined: true",
        "{language: openapi, given: $.a, then: {defned: true}} | 54: unknown key \"defned\" (did"
            + " you mean \"defined\"?)",
        "{language: openapi, given: $.a, then: {field: b}} | 53: \"then\" asks for nothing: write"
            + " defined: true, or the like",
        "{language: openapi, given: $.a, then: {length: {min: 2, max: 1}}} | 62: \"min\" is larger"
            + " than \"max\"",
        "{language: openapi, given: $.a, then: {schema: {properties: {a: {requird: [b]}}}}} | 80:"
            + " unknown key \"requird\" (did you mean \"required\"?)",
        "{language: openapi, given: $.a, then: {schema: {type: text}}} | 69: \"text\" is no type:"
            + " write string, number, integer, boolean, object, array or null",
        "{forbiddenPorts: [1], bad: [{file: x}]} | 43: a sample needs \"text\"",
        "[] | 15: the policy \"p\" must be a mapping, not a list"
      })
  void aMistakeIsNamedWithItsPlace(String policy, String problem) {
    assertThat(problems("policies: {p: " + policy + "}"))
        .first()
        .asString()
        .isEqualTo("plimsoll.yaml:1:" + problem);
  }

  @Test
  void aNameMustBeOne() {
    assertThat(problems("policies: {No_Latest: {forbiddenPorts: [1]}}"))
        .containsExactly(
            "plimsoll.yaml:1:12: \"No_Latest\" is no name for a policy: write lower-case letters,"
                + " digits and hyphens");
  }

  @Test
  void tellsOfAllMistakes() {
    assertThat(
            problems("policies: {p: {message: 1, x: 1, severity: y}, q: {}}\nignore: [policy/r]"))
        .hasSize(4);
  }
}
