package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.index.AllRules;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMeta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The catalogue of rules is the authority: what a rule says of itself is what stands there. */
class CatalogueTest {

  private static final Path CATALOGUE = Path.of("..", "..", "shared", "catalogue", "rules.tsv");

  @TestFactory
  List<DynamicTest> metadataIsThatOfTheCatalogue() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    if (!Files.exists(CATALOGUE)) {
      System.out.println("skipped: no catalogue of rules lies beside the checkout");
      return tests;
    }
    Map<String, Map<String, String>> rows = rows(Files.readAllLines(CATALOGUE));
    for (RuleMeta rule : new AllRules().metadata()) {
      tests.add(DynamicTest.dynamicTest(rule.id(), () -> check(rule, rows.get(rule.id()))));
    }
    return tests;
  }

  private static Map<String, Map<String, String>> rows(List<String> lines) {
    String[] header = lines.get(0).split("\t", -1);
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < Math.min(header.length, cells.length); i++) {
        row.put(header[i], cells[i]);
      }
      rows.put(cells[0], row);
    }
    return rows;
  }

  private static void check(
      RuleMeta rule, @org.jspecify.annotations.Nullable Map<String, String> row) {
    assertThat(row).as("a row of the catalogue").isNotNull();
    Map<String, String> actual = new HashMap<>();
    actual.put("rule_id", rule.id());
    actual.put("group", rule.group());
    actual.put("title", rule.title());
    actual.put("aliases", String.join(" ", rule.aliases()));
    actual.put("severity", rule.severity().id());
    actual.put("category", rule.category().id());
    actual.put("confidence", rule.confidence().id());
    actual.put("profile", rule.profile() == Profile.ALL ? "opt-in" : rule.profile().id());
    actual.put("fix", rule.fix().id());
    actual.put("cwe", String.join(" ", rule.cwe().stream().map(String::valueOf).toList()));
    actual.put(
        "options",
        String.join(
            ",",
            rule.options().stream().map(option -> option.name() + ":" + type(option)).toList()));
    assertThat(row).containsAllEntriesOf(actual);
  }

  /** A text that is one of a few words. */
  private static String type(RuleMeta.OptionMeta option) {
    return option.type().equals("string") && option.pattern().matches("[a-z-]+(\\|[a-z-]+)+")
        ? "enum"
        : option.type();
  }
}
