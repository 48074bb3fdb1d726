package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyConditionsTest {

  @Test
  void judgesImages() {
    String from = "FROM ghcr.io/acme/a:1 AS a\nFROM node\nFROM quay.io/b/c:2\nCOPY --from=a /x /\n";
    assertThat(PolicySamples.dockerfile(PolicySamples.IMAGES, from))
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
    assertThat(PolicySamples.compose(PolicySamples.IMAGES, services))
        .containsExactly(
            "compose.yaml:2:14: policy/registries: quay.io/b/c:2 is not ours",
            "compose.yaml:4:14: policy/no-latest: pin node:${TAG:-latest}",
            "compose.yaml:7:14: policy/registries: ghcr.io/acmecorp/x:1 is not ours");
  }

  @Test
  void judgesLabels() {
    String yaml = "policies: {labels: {requiredLabels: [a.b, c]}}";
    String from = "FROM x AS base\nLABEL \"a.b\"=1\nFROM y\nLABEL c=1\n";
    assertThat(PolicySamples.dockerfile(yaml, from))
        .containsExactly("Dockerfile:3:1: policy/labels: the final image lacks the label a.b");
    assertThat(PolicySamples.dockerfile(yaml, from + "FROM base\nLABEL c=2\n")).isEmpty();
    String services =
        """
        x-all: &all {labels: {a.b: 1, c: 2}}
        services:
          a: {<<: *all, image: x}
          b: {image: x, labels: [a.b=1, c]}
          c: {image: x, labels: {c: 1}}
        """;
    assertThat(PolicySamples.compose(yaml, services))
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
            PolicySamples.dockerfile(
                yaml, "FROM x\nARG P=22\nADD a b\nONBUILD ADD a b\nEXPOSE 80 8001-8002/tcp $P\n"))
        .containsExactly(
            "Dockerfile:3:1: policy/no-add: ADD is not allowed",
            "Dockerfile:4:9: policy/no-add: ADD is not allowed",
            "Dockerfile:5:25: policy/ports: port 22 is not allowed",
            "Dockerfile:5:25: policy/ssh: port 22 is not allowed");
    assertThat(
            PolicySamples.compose(
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
    assertThat(PolicySamples.compose(yaml, services))
        .containsExactly(
            "compose.yaml:4:3: policy/keys: b lacks restart",
            "compose.yaml:4:17: policy/keys: privileged is not allowed",
            "compose.yaml:6:27: policy/keys: privileged is not allowed");
  }
}
