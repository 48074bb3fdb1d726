package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.index.AllRules;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.testkit.Page;
import dev.plimsoll.testkit.PageRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule's page is its test, and so are the duller samples beside the test data. */
class RulePagesTest {

  private static final Path PAGES = Path.of("..", "docs", "rules");
  private static final Path EDGE_CASES = Path.of("..", "testdata", "rules");

  @TestFactory
  Stream<DynamicTest> pagesSayWhatTheRulesDo() {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleMeta rule : new AllRules().metadata()) {
      tests.add(dynamicTest(rule.id(), () -> run(rule, PAGES.resolve(rule.id() + ".md"))));
      tests.add(
          dynamicTest(
              rule.id() + " has all its sections",
              () -> page(rule, PAGES.resolve(rule.id() + ".md")).checkShape()));
      for (Path page : edgeCases(rule)) {
        tests.add(dynamicTest(rule.id() + " " + page.getFileName(), () -> run(rule, page)));
      }
    }
    return tests.stream();
  }

  @Test
  void everyPageBelongsToARule() throws IOException {
    List<String> ids = new AllRules().metadata().stream().map(RuleMeta::id).toList();
    try (Stream<Path> pages = Files.walk(PAGES)) {
      List<String> named =
          pages
              .filter(path -> path.toString().endsWith(".md"))
              .map(path -> PAGES.relativize(path).toString().replace('\\', '/'))
              .map(name -> name.substring(0, name.length() - 3))
              .toList();
      assertThat(named).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private static List<Path> edgeCases(RuleMeta rule) {
    Path folder = EDGE_CASES.resolve(rule.id());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> pages = Files.list(folder)) {
      return pages.sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static PageRunner page(RuleMeta rule, Path path) throws IOException {
    return new PageRunner(new AllRules(), rule, Page.parse(rule.id(), Files.readString(path)));
  }

  private static void run(RuleMeta rule, Path path) throws IOException {
    page(rule, path).run("\n");
    page(rule, path).run("\r\n");
  }
}
