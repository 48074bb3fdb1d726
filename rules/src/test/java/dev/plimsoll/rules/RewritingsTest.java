package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.index.AllRules;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.testkit.Linted;
import dev.plimsoll.testkit.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The demo says the same when its facts are written another way: each folder of {@code
 * testdata/rewritings} holds the files that differ, and names in {@code removed.txt} those that are
 * gone. A finding is known by its rule and its anchor.
 */
class RewritingsTest {

  private static final Path DEMO = Path.of("..", "testdata", "demo");
  private static final Path REWRITINGS = Path.of("..", "testdata", "rewritings");
  private static final String REMOVED = "removed.txt";

  /** Only a plain scalar of the short form can be misread; JSON and the long form have none. */
  private static final String UNQUOTED_PORT = "compose/unquoted-port services/web/ports";

  /** What a rewriting takes away with its subject; each with the reason. */
  private static List<String> gone(String rewriting) {
    return switch (rewriting) {
      case "json" ->
          List.of(
              "compose/commented-out-service services", // JSON has no comments
              UNQUOTED_PORT);
      case "long-syntax" -> List.of(UNQUOTED_PORT);
      default -> List.of();
    };
  }

  @TestFactory
  Stream<DynamicTest> findsTheSameWhenWrittenAnotherWay() throws IOException {
    List<String> demo = findings(files(DEMO));
    List<DynamicTest> tests = new ArrayList<>();
    for (String rewriting : rewritings()) {
      tests.add(dynamicTest(rewriting, () -> compare(demo, rewriting)));
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(10);
    return tests.stream();
  }

  /** What a rewriting brings along; each with the reason. */
  private static List<String> added(String rewriting) {
    // What no service of a file has is said once for the file, and here two have services.
    return rewriting.equals("include")
        ? List.of(
            "compose/capabilities-not-dropped services",
            "compose/no-new-privileges-missing services")
        : List.of();
  }

  private static List<String> rewritings() throws IOException {
    try (Stream<Path> folders = Files.list(REWRITINGS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private static void compare(List<String> demo, String rewriting) throws IOException {
    List<String> found = findings(rewritten(rewriting));
    assertThat(without(demo, found))
        .as("findings that %s loses", rewriting)
        .containsExactlyInAnyOrderElementsOf(gone(rewriting));
    assertThat(without(found, demo))
        .as("findings that %s adds", rewriting)
        .containsExactlyInAnyOrderElementsOf(added(rewriting));
  }

  private static List<String> without(List<String> findings, List<String> others) {
    List<String> left = new ArrayList<>(findings);
    for (String other : others) {
      left.remove(other);
    }
    return left;
  }

  private static SortedMap<String, String> rewritten(String rewriting) throws IOException {
    SortedMap<String, String> files = files(DEMO);
    SortedMap<String, String> others = files(REWRITINGS.resolve(rewriting));
    String removed = others.remove(REMOVED);
    files.putAll(others);
    if (removed != null) {
      for (String name : removed.lines().toList()) {
        assertThat(files.remove(name)).as(name).isNotNull();
      }
    }
    return files;
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readString(path));
      }
    }
    return files;
  }

  private static List<String> findings(SortedMap<String, String> files) {
    Sample sample = Sample.of(new AllRules()).file("plimsoll.yaml", "profile: all\n");
    for (var file : files.entrySet()) {
      sample = sample.file(file.getKey(), file.getValue());
    }
    Linted linted = sample.run();
    assertThat(linted.outcome().failures()).isEmpty();
    List<String> findings = new ArrayList<>();
    for (Diagnostic finding : linted.outcome().findings()) {
      findings.add(finding.rule().id() + " " + finding.anchor());
    }
    return findings;
  }
}
