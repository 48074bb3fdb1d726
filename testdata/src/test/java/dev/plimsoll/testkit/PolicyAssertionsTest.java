package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.rule.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyAssertionsTest {

  /** What a policy with one path and one assertion says of an API's description. */
  private static List<String> api(String given, String then, String text) {
    String yaml =
        "policies: {p: {language: openapi, given: \"" + given + "\", then: " + then + "}}";
    String document = "openapi: 3.1.0\n" + text;
    List<Diagnostic> findings =
        PolicySamples.of(yaml).file("api.yaml", document).run().outcome().findings();
    return findings.stream()
        .map(each -> each.place().span().start() - 15 + ": " + each.message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.info | {field: contact, defined: true} | 0: contact is missing",
        "$.info | {field: x-list, undefined: true} | 23: x-list is not allowed",
        "$.info | {field: x-empty, truthy: true} | 52: x-empty must not be empty, false or 0",
        "$.info | {field: x-none, truthy: true} | 0: x-none is missing",
        "$.info | {field: title, falsy: true} | 14: title must be absent, empty, false or 0",
        "$.info | {field: title, equals: other} | 14: title is abc and must be other",
        "$.info | {field: title, enum: [a, b]} | 14: title is abc and must be one of a, b",
        "$.info | {field: title, noneOf: [abc]} | 14: title must not be abc",
        "$.info | {field: title, match: ^b} | 14: title is abc and must match ^b",
        "$.info | {field: title, notMatch: b} | 14: title is abc and must not match b",
        "$.info | {field: title, casing: pascal} | 14: title is abc and must be in PascalCase",
        "$.info | {field: title, length: {max: 2}} | 14: title has 3 characters and may be at most"
            + " 2",
        "$.info | {field: x-list, length: {min: 5}} | 23: x-list has 4 items and needs at least 5",
        "$.info | {field: x-list, unique: true} | 39: x-list repeats a",
        "$.info | {field: x-list, alphabetical: true} | 35: x-list is not in alphabetical order: b"
            + " stands behind c",
        "$.info | {field: title, type: [number, object]} | 14: title is of type string and must be"
            + " number or object",
        "$.info | {or: [contact, license]} | 0: info must have one of contact, license",
        "$.info | {xor: [title, x-list]} | 23: info must have only one of title, x-list",
        "$.info | {allOrNone: [title, license]} | 0: info lacks license",
        "$.info | {requiredKeys: [license]} | 0: info lacks license",
        "$.info | {forbiddenKeys: [title]} | 7: title is not allowed",
        "$.info | {schema: {required: [license]}} | 0: info lacks license, which must be there",
        "$ | {schema: {properties: {info: {properties: {title: {type: integer}}}}}} | 14: the file"
            + " has info.title, which is abc and must be a whole number",
        "$ | {field: '@key', noneOf: [info]} | 0: info must not be info",
        "$ | {field: $.info.title, match: ^b} | 14: title is abc and must match ^b",
        "$.info['x-list'][*] | {noneOf: [c]} | 33: x-list must not be c"
      })
  void asserts(String given, String then, String finding) {
    String text = "info: {title: abc,     x-list:  [c,b,a,a], x-empty: ''}\n";
    // Offsets count from the line behind the version.
    assertThat(api(given, then, text)).containsExactly(finding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{field: title, defined: true}",
        "{field: none, undefined: true}",
        "{field: none, match: x}",
        "{field: none, enum: [x]}",
        "{field: none, casing: camel}",
        "{field: title, equals: abc}",
        "{field: title, match: c$}",
        "{field: title, casing: camel}",
        "{field: title, casing: {type: flat, disallowDigits: true}}",
        "{field: version, equals: 1}",
        "{field: version, length: {min: 1}}",
        "{field: x-list, alphabetical: {keyedBy: name}}",
        "{field: x-list, unique: {keyedBy: name}}",
        "{xor: [title, license]}",
        "{or: [title, license]}",
        "{allOrNone: [contact, license]}"
      })
  void isContent(String then) {
    String text = "info: {title: abc, version: '1', x-list: [{name: a}, {name: b}]}\n";
    assertThat(api("$.info", then, text)).isEmpty();
  }

  @Test
  void pathsGoThroughDockerfilesToo() {
    String yaml =
        """
        policies:
          user:
            language: dockerfile
            message: the last stage runs as root
            given: $.stages[-1:]
            then: {field: "$.instructions[?@.keyword == 'USER']", defined: true}
          apt:
            language: dockerfile
            given: $.instructions[?@.keyword == 'RUN'].arguments[0]
            then: {notMatch: "apt-get dist-upgrade"}
          env-case:
            language: dockerfile
            given: $..pairs
            then: {field: "@key", casing: macro}
          platform:
            language: dockerfile
            given: $.instructions[*].flags.platform
            then: {undefined: true}
        """;
    assertThat(
            PolicySamples.dockerfile(
                yaml,
                "FROM --platform=linux/amd64 a AS b\nUSER x\nFROM b\nENV a=1 B=2\nRUN x && \\\n"
                    + " apt-get dist-upgrade\n"))
        .containsExactly(
            "Dockerfile:1:8: policy/platform: platform is not allowed",
            "Dockerfile:3:1: policy/user: the last stage runs as root",
            "Dockerfile:4:5: policy/env-case: a must be in MACRO_CASE",
            "Dockerfile:5:5: policy/apt: arguments is x && apt-get dist-upgrade and must not match"
                + " apt-get dist-upgrade");
  }
}
