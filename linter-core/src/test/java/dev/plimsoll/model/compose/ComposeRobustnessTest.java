package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input makes the loader fail, or go on for long. */
class ComposeRobustnessTest {

  private static final List<String> KEYS =
      List.of(
          "build",
          "command",
          "configs",
          "depends_on",
          "deploy",
          "devices",
          "dns",
          "env_file",
          "environment",
          "expose",
          "extends",
          "extra_hosts",
          "gpus",
          "healthcheck",
          "labels",
          "logging",
          "networks",
          "ports",
          "secrets",
          "ulimits",
          "volumes",
          "x-develop",
          "image");
  private static final List<String> VALUES =
      List.of(
          "a",
          "5",
          "",
          "~",
          "true",
          "[a, 5, , {}]",
          "{a: b, 5: c}",
          "[[a]]",
          "{a: {b: [c]}}",
          "*a",
          "!reset x",
          "!override {a: b}",
          "[*a]",
          "{<<: *a}",
          "\"80:80\"",
          "[\":\", \"a:b:c:d\"]",
          "[80-90, \"1:2\"]",
          "{target: 5, source: }",
          "[{target: [a]}]",
          "{service: s1, file: b.yaml}",
          "s1",
          "[{path: [a]}]",
          "\"${A:-\"",
          "\"$A:${B:?x}\"",
          "{external: {name: [a]}}",
          "1e999",
          ".nan");

  @Property(tries = 2_000)
  void noMixtureMakesItFail(@ForAll("files") List<String> files) {
    ComposeFolder folder = ComposeFolder.of(files.get(0)).with("b.yaml", files.get(1));
    assertThat(folder.load("a.yaml", "b.yaml").model()).isNotNull();
  }

  @Provide
  Arbitrary<List<String>> files() {
    return Arbitraries.randomValue(random -> List.of(file(random), file(random)));
  }

  private static String file(Random random) {
    StringBuilder text = new StringBuilder("x-a: &a {image: i, labels: &l [b]}\n");
    if (random.nextInt(4) == 0) {
      text.append("include: ").append(value(random)).append('\n');
    }
    for (String section : List.of("services", "networks", "volumes", "secrets", "jobs")) {
      int members = random.nextInt(3);
      text.append(members == 0 ? "" : section + ":\n");
      for (int i = 0; i < members; i++) {
        text.append("  s").append(i).append(":\n");
        for (int j = random.nextInt(5); j >= 0; j--) {
          text.append("    ").append(KEYS.get((random.nextInt(5) * 5 + j) % KEYS.size()));
          text.append(": ").append(value(random)).append('\n');
        }
      }
    }
    if (random.nextInt(10) == 0) {
      text.deleteCharAt(random.nextInt(text.length()));
    }
    return text.toString();
  }

  private static String value(Random random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private static ComposeFolder.Loaded soon(ComposeFolder folder) {
    return Assertions.assertTimeout(Duration.ofSeconds(30), () -> folder.load("a.yaml", "b.yaml"));
  }

  private static String lines(String start, int count, String line) {
    StringBuilder text = new StringBuilder(start);
    for (int i = 0; i < count; i++) {
      text.append(line.replace("#", String.valueOf(i)));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services:\n|  s#: {image: i}\n",
        "services:\n  w:\n    labels:\n|      l#: v\n",
        "services:\n  w:\n    security_opt:\n|      - o#\n",
        "services:\n  w:\n    volumes:\n|      - v#:/v#\n",
        "services:\n  w:\n    ports:\n|      - \"#:1\"\n",
        "services:\n  w:\n    ports:\n|      - 1-65535:1-65535\n",
        "services:\n  w:\n    labels:\n|      l#: !reset v\n",
        "services:\n|  s#: {image: i, extends: s0}\n",
        "networks:\n  n:\n    ipam:\n      config:\n|        - {subnet: s#}\n",
        "include:\n|  - b.yaml\n",
      })
  void greatNumbersOfKeysAreRead(String pattern) {
    String[] parts = pattern.split("\\|", -1);
    String text = lines(parts[0], 100_000, parts[1]);
    ComposeFolder.Loaded loaded = soon(ComposeFolder.of(text).with("b.yaml", text));
    assertThat(loaded.model()).isPresent();
    assertThat(loaded.refusals())
        .filteredOn(refusal -> refusal.message().startsWith("more than"))
        .hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void longChainsOfServicesAreCut() {
    StringBuilder text = new StringBuilder("services:\n  s0: {image: i}\n");
    for (int i = 1; i < 15_000; i++) {
      text.insert(10, "  s" + i + ": {extends: s" + (i - 1) + "}\n");
    }
    ComposeFolder.Loaded loaded = soon(ComposeFolder.of(text.toString()).with("b.yaml", "x-a: 1"));
    assertThat(loaded.refused().get(0)).endsWith("more than 100 services extend each other");
  }

  @Test
  void manyServicesThatTakeMuchAreCut() {
    String text = lines("services:\n  s:\n    labels:\n", 20_000, "      l#: v\n");
    text = lines(text, 5_000, "  t#: {extends: s}\n");
    ComposeFolder.Loaded loaded = soon(ComposeFolder.of(text).with("b.yaml", "x-a: 1"));
    assertThat(loaded.refusals()).extracting(Refusal::kind).containsExactly(Refusal.Kind.LIMIT);
  }

  @Test
  void filesThatIncludeTwiceWhatIncludesTwiceAreReadOnce() {
    ComposeFolder folder =
        ComposeFolder.of("include: [f0.yaml, f0.yaml]\n").with("b.yaml", "x-a: 1");
    for (int i = 0; i < 60; i++) {
      String next = "f" + (i + 1) + ".yaml";
      folder.with("f" + i + ".yaml", "include: [" + next + ", {path: " + next + "}]\n");
    }
    folder.with("f60.yaml", "services: {w: {image: i}}\n");
    assertThat(soon(folder).at("services/w/image")).isEqualTo("i");
  }

  @Test
  void aShortFormOfManyPartsIsRefused() {
    String parts = "a:".repeat(200_000);
    String text =
        "services: {w: {devices: ['it''s" + parts + "'], volumes: ['it''s" + parts + "']}}";
    assertThat(soon(ComposeFolder.of(text).with("b.yaml", "x-a: 1")).refusals()).isNotEmpty();
  }
}
