package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.ConfigProblem;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.testkit.index.AllRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {

  private static final String IMAGES =
      """
      policies:
        registries:
          message: "{value} is not ours"
          severity: error
          allowedRegistries: [ghcr.io/acme, docker.io/library/*]
        no-latest: {message: 'pin {value}', forbiddenImages: ["*:latest"]}
      """;

  private static Sample sample(String yaml) {
    return Sample.of(new AllRules()).only("policy/*").file("plimsoll.yaml", yaml);
  }

  private static List<String> dockerfile(String yaml, String text) {
    return sample(yaml).file("Dockerfile", text).run().findings();
  }

  private static List<String> compose(String yaml, String text) {
    return sample(yaml).file("compose.yaml", text).run().findings();
  }

  /** What a policy with one path and one assertion says of an API's description. */
  private static List<String> api(String given, String then, String text) {
    String yaml =
        "policies: {p: {language: openapi, given: \"" + given + "\", then: " + then + "}}";
    String document = "openapi: 3.1.0\n" + text;
    List<Diagnostic> findings = sample(yaml).file("api.yaml", document).run().outcome().findings();
    return findings.stream()
        .map(each -> each.place().span().start() - 15 + ": " + each.message())
        .toList();
  }

  @Test
  void judgesImages() {
    String from = "FROM ghcr.io/acme/a:1 AS a\nFROM node\nFROM quay.io/b/c:2\nCOPY --from=a /x /\n";
    assertThat(dockerfile(IMAGES, from))
        .containsExactly(
            "Dockerfile:2:6: policy/no-latest: pin node",
            "Dockerfile:3:6: policy/registries: quay.io/b/c:2 is not ours");
    String services =
        """
        services:
          a: {image: "quay.io/b/c:2"}
          b: {image: "node:${TAG}"}
          c: {image: "node:${TAG:-latest}"}
          d: {image: "${REGISTRY}/x:1"}
          e: {image: own, build: .}
          f: {image: "ghcr.io/acmecorp/x:1"}
        """;
    assertThat(compose(IMAGES, services))
        .containsExactly(
            "compose.yaml:2:14: policy/registries: quay.io/b/c:2 is not ours",
            "compose.yaml:4:14: policy/no-latest: pin node:${TAG:-latest}",
            "compose.yaml:7:14: policy/registries: ghcr.io/acmecorp/x:1 is not ours");
  }

  @Test
  void judgesLabels() {
    String yaml = "policies: {labels: {requiredLabels: [a.b, c]}}";
    String from = "FROM x AS base\nLABEL \"a.b\"=1\nFROM y\nLABEL c=1\n";
    assertThat(dockerfile(yaml, from))
        .containsExactly("Dockerfile:3:1: policy/labels: the final image lacks the label a.b");
    assertThat(dockerfile(yaml, from + "FROM base\nLABEL c=2\n")).isEmpty();
    String services =
        """
        x-all: &all {labels: {a.b: 1, c: 2}}
        services:
          a: {<<: *all, image: x}
          b: {image: x, labels: [a.b=1, c]}
          c: {image: x, labels: {c: 1}}
        """;
    assertThat(compose(yaml, services))
        .containsExactly("compose.yaml:5:3: policy/labels: c lacks the label a.b");
  }

  @Test
  void judgesInstructionsAndPorts() {
    String yaml =
        """
        policies:
          no-add: {forbiddenInstructions: [add]}
          ports: {allowedPorts: [80, 8000-8010]}
          ssh: {forbiddenPorts: [22]}
        """;
    assertThat(
            dockerfile(
                yaml, "FROM x\nARG P=22\nADD a b\nONBUILD ADD a b\nEXPOSE 80 8001-8002/tcp $P\n"))
        .containsExactly(
            "Dockerfile:3:1: policy/no-add: ADD is not allowed",
            "Dockerfile:4:9: policy/no-add: ADD is not allowed",
            "Dockerfile:5:25: policy/ports: port 22 is not allowed",
            "Dockerfile:5:25: policy/ssh: port 22 is not allowed");
    assertThat(
            compose(
                yaml,
                """
                services:
                  a:
                    image: x
                    ports: ["22:80", "127.0.0.1:8000:22/tcp", {target: 8011}]
                    expose: [20-25]
                """))
        .containsExactly(
            "compose.yaml:4:22: policy/ports: port 22 is not allowed",
            "compose.yaml:4:22: policy/ssh: port 22 is not allowed",
            "compose.yaml:4:56: policy/ports: port 8011 is not allowed",
            "compose.yaml:5:14: policy/ports: port 20-25 is not allowed",
            "compose.yaml:5:14: policy/ssh: port 20-25 is not allowed");
  }

  @Test
  void judgesKeysOfServices() {
    String yaml = "policies: {keys: {requiredKeys: [restart], forbiddenKeys: [privileged]}}";
    String services =
        """
        x-all: &all {restart: always}
        services:
          a: {<<: *all, image: x}
          b: {image: x, privileged: true}
          c: {<<: *none, image: x}
          d: {environment: [A=b], privileged: true}
          e: {image: x, extends: {file: other.yaml, service: e}}
        """;
    assertThat(compose(yaml, services))
        .containsExactly(
            "compose.yaml:4:3: policy/keys: b lacks restart",
            "compose.yaml:4:17: policy/keys: privileged is not allowed",
            "compose.yaml:6:27: policy/keys: privileged is not allowed");
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
            dockerfile(
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

  private static final String REFERRED =
      """
      openapi: 3.1.0
      paths:
        /a:
          get:
            parameters:
              - $ref: '#/components/parameters/Page'
              - $ref: '#/components/parameters/None'
              - {name: own, in: query}
            responses:
              '200': {$ref: 'parts.yaml#/responses/Fine'}
        /b:
          $ref: paths/b.yaml
      components:
        parameters:
          Page: {name: page, in: query}
      """;

  private static Sample referring(String policy) {
    return sample("policies: {p: {language: openapi, " + policy + "}}")
        .file("api.yaml", REFERRED)
        .file("parts.yaml", "responses:\n  Fine: {description: fine}\n")
        .file(
            "paths/b.yaml",
            "get:\n  parameters: [{$ref: '../api.yaml#/components/parameters/Page'}]\n");
  }

  @Test
  void referencesAreFollowedAndFindingsStandAtTheDefinition() {
    assertThat(
            referring("given: '$.paths[*][*].parameters[*]', then: {requiredKeys: [x, y]}")
                .run()
                .findings())
        .containsExactly(
            "api.yaml:8:12: policy/p: parameters lacks x",
            "api.yaml:8:12: policy/p: parameters lacks y",
            "api.yaml:15:5: policy/p: Page lacks x",
            "api.yaml:15:5: policy/p: Page lacks y");
    assertThat(
            referring("given: '$.paths[*].*.responses.*', then: {field: content, defined: true}")
                .run()
                .findings())
        .containsExactly("parts.yaml:2:3: policy/p: content is missing");
    assertThat(
            referring("given: '$.paths.*', then: {field: get, undefined: true}").run().findings())
        .containsExactly(
            "api.yaml:4:5: policy/p: get is not allowed",
            "paths/b.yaml:1:1: policy/p: get is not allowed");
  }

  @Test
  void referencesMayBeSeenAsTheyAreWritten() {
    assertThat(
            referring("resolved: false, given: '$.paths.*', then: {field: $ref, undefined: true}")
                .run()
                .findings())
        .containsExactly("api.yaml:12:5: policy/p: $ref is not allowed");
    assertThat(referring("given: '$..[''$ref'']', then: {notMatch: None$}").run().findings())
        .hasSize(1);
  }

  @Test
  void judgesEachPlaceOnce() {
    String yaml =
        """
        policies:
          p:
            language: compose
            given: [$..image, "$.services[*].image"]
            then: {notMatch: x}
        """;
    assertThat(compose(yaml, "services: {a: {image: x:1}}\n")).hasSize(1);
  }

  @Test
  void doesNotMissWhatAnErrorHides() {
    String yaml = "policies: {p: {requiredKeys: [restart]}}";
    String broken = "services:\n  a:\n    image: x\n    command: [a\n    restart: always\n";
    assertThat(compose(yaml, broken)).isEmpty();
  }

  @Test
  void masksSecrets() {
    String yaml =
        """
        policies:
          p:
            language: compose
            message: "{name} is {value}"
            given: $..environment.*
            then: {match: "^x$"}
        """;
    assertThat(
            compose(
                yaml, "services: {a: {image: x, environment: {DB_PASSWORD: hunter2hunter2}}}\n"))
        .singleElement()
        .asString()
        .contains("DB_PASSWORD is ")
        .doesNotContain("hunter2");
  }

  @Test
  void takesPartInSelectionSeverityAndIgnores() {
    String text =
        "FROM quay.io/a/b:1\n# plimsoll: ignore[policy/registries] as agreed\nFROM quay.io/c/d:1\n";
    assertThat(dockerfile(IMAGES, text))
        .containsExactly("Dockerfile:1:6: policy/registries: quay.io/a/b:1 is not ours");
    assertThat(dockerfile(IMAGES + "rules: {policy/registries: off}\n", "FROM quay.io/a/b\n"))
        .singleElement()
        .asString()
        .contains("policy/no-latest"); // a name beats a kind, as for all rules
    Sample all = Sample.of(new AllRules()).file("Dockerfile", "FROM quay.io/a/b\n");
    assertThat(
            all.file("plimsoll.yaml", IMAGES + "rules: {policy/registries: off}\n")
                .run()
                .findings())
        .singleElement()
        .asString()
        .contains("policy/no-latest");
    assertThat(all.file("plimsoll.yaml", IMAGES + "ignore: [policy/*]\n").run().findings())
        .isEmpty();
    assertThat(
            all.file(
                    "plimsoll.yaml",
                    IMAGES + "overrides: [{files: [x/**], ignore: ['policy/*']}]\n")
                .run()
                .findings())
        .hasSize(2);
    assertThat(
            all.file("plimsoll.yaml", IMAGES + "rules: {policy/registries: info}\n")
                .run()
                .outcome()
                .findings())
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.WARNING, Severity.INFO);
    assertThat(
            Sample.of(new AllRules())
                .only("no-latest")
                .file("plimsoll.yaml", IMAGES)
                .file("Dockerfile", "FROM quay.io/a/b\n")
                .run()
                .findings())
        .hasSize(1);
  }

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
