package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.testkit.index.AllRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a rule's fix does, it lands proved or not at all, and takes no other fix down with it.
 */
class SaboteurTest {

  private static final String OTHER = "FROM alpine:3.22\nLABEL other=1\n";
  private static final int GOOD = 200;

  /** Each saboteur and the reason that it is withdrawn for. */
  static Stream<Arguments> withdrawn() {
    return Stream.of(
        Arguments.of("breaks-syntax", "it would break the syntax of Dockerfile"),
        Arguments.of("leaves-finding", "the finding would still be there"),
        Arguments.of(
            "new-finding-elsewhere",
            "it would bring a new finding: dockerfile/todo-label in other/Dockerfile"),
        Arguments.of("past-the-end", "it has an edit past the end of Dockerfile"),
        Arguments.of("overlapping-edits", "its own edits overlap in Dockerfile"),
        Arguments.of(
            "edits-foreign-file", "it edits README.md, which is no target: use --fix-related"),
        Arguments.of("grows-for-ever", "its fixes did not settle in 10 rounds"),
        Arguments.of(
            "safe-liar",
            "the model of Dockerfile would change at final/LABEL, which the fix does not declare"),
        Arguments.of(
            "changes-undeclared-anchor",
            "the model of Dockerfile would add at final/ENV, which the fix does not declare"),
        Arguments.of(
            "ping",
            "the fixes of dockerfile/ping and dockerfile/pong undo each other in Dockerfile"));
  }

  private static Sample sample(String dockerfile) {
    return Sample.of(new AllRules())
        .file("Dockerfile", dockerfile)
        .file("other/Dockerfile", OTHER)
        .file("README.md", "hello\n")
        .fixing(Fixes.SAFE_AND_UNSAFE);
  }

  @ParameterizedTest
  @MethodSource("withdrawn")
  void aloneItIsWithdrawnByNameAndNothingIsWritten(String saboteur, String reason) {
    String dockerfile = "FROM alpine:3.22\nLABEL sabotage=" + saboteur + "\n";
    Linted linted = sample(dockerfile).run();
    assertThat(linted.withdrawn()).containsExactly("dockerfile/" + saboteur + ": " + reason);
    assertThat(linted.files()).containsEntry("Dockerfile", dockerfile);
    assertThat(linted.files()).containsEntry("other/Dockerfile", OTHER);
    assertThat(linted.outcome().fixed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("withdrawn")
  void amongGoodFixesItIsWithdrawnAloneAndTheyLand(String saboteur, String reason) {
    Linted linted = sample(among(List.of(saboteur))).run();
    assertThat(linted.withdrawn()).containsExactly("dockerfile/" + saboteur + ": " + reason);
    assertAllGoodOnesLanded(linted);
    assertThat(linted.outcome().fixed()).hasSize(GOOD);
  }

  @Test
  void allSaboteursAtOnceAreWithdrawnAndTheGoodFixesLand() {
    List<String> names = withdrawn().map(each -> (String) each.get()[0]).toList();
    Linted linted = sample(among(names)).run();
    assertThat(linted.withdrawn()).hasSameSizeAs(names);
    assertAllGoodOnesLanded(linted);
    for (String name : names) {
      assertThat(linted.text("Dockerfile")).contains("sabotage=" + name + "\n");
    }
  }

  @Test
  void itHidesBehindNoneOfManyDeclarations() {
    StringBuilder stages = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      stages.append("FROM alpine:3.22 AS s").append(i).append("\nLABEL todo=open\n");
      stages.append(i == 7 ? "LABEL sabotage=safe-liar\n" : "");
    }
    Linted linted = sample(stages.toString()).run();
    assertThat(linted.withdrawn())
        .containsExactly(
            "dockerfile/safe-liar: the model of Dockerfile would change at s7/LABEL, which the fix"
                + " does not declare");
    assertThat(linted.text("Dockerfile")).doesNotContain("todo=open");
  }

  @Test
  void aSecondRunChangesNothing() {
    List<String> names = withdrawn().map(each -> (String) each.get()[0]).toList();
    Linted first = sample(among(names)).run();
    Linted second = first.again().run();
    assertThat(second.files()).isEqualTo(first.files());
    assertThat(second.outcome().fixed()).isEmpty();
  }

  @Test
  void aRuleThatThrowsIsReportedByNameWithoutItsText() {
    Linted linted = sample(among(List.of("throws"))).run();
    assertThat(linted.outcome().failures())
        .extracting(ToolFailure::rule, ToolFailure::file)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("dockerfile/throws", "Dockerfile"));
    assertThat(linted.outcome().failures().get(0).message())
        .startsWith("IllegalStateException in dev.plimsoll.testkit.rules.")
        .doesNotContain("secret text");
    assertAllGoodOnesLanded(linted);
  }

  @Test
  void aRuleThatAsksItsContextForEverIsStoppedByTheStepCounter() {
    Linted linted = sample(among(List.of("loops-through-context"))).run();
    assertThat(linted.outcome().failures())
        .containsExactly(
            new ToolFailure(
                "dockerfile/loops-through-context",
                "Dockerfile",
                "it asked its context more than 1000000 times"));
    assertAllGoodOnesLanded(linted);
  }

  private static String among(List<String> saboteurs) {
    List<String> lines = new ArrayList<>(List.of("FROM alpine:3.22"));
    for (int i = 0; i < GOOD; i++) {
      lines.add("LABEL todo=open-" + i);
      int every = GOOD / saboteurs.size();
      if (i % every == 0 && i / every < saboteurs.size()) {
        lines.add("LABEL sabotage=" + saboteurs.get(i / every));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void assertAllGoodOnesLanded(Linted linted) {
    String text = linted.text("Dockerfile");
    assertThat(text).doesNotContain("todo=open");
    assertThat(text.lines().filter("LABEL todo=done"::equals)).hasSize(GOOD);
  }
}
