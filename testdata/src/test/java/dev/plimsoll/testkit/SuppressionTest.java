package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.index.AllRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comments hide, on the kit's own rule {@code dockerfile/todo-label}. */
class SuppressionTest {

  private static final String OPEN = "LABEL todo=open\n";

  private static List<String> findings(String text) {
    return Sample.of(new AllRules()).file("Dockerfile", text).run().findings();
  }

  @Test
  void withoutACommentTheFindingStands() {
    assertThat(findings("FROM a\n" + OPEN)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# plimsoll: ignore[dockerfile/todo-label] why\n",
        "#plimsoll:ignore[todo-label]\n",
        "# plimsoll: ignore[ todo-label , dockerfile/ping ]\n",
        "# plimsoll: ignore[dockerfile/*]\n\n# another comment\n\n",
        "# plimsoll: ignore[category:maintainability]\n# plimsoll: ignore[dockerfile/ping]\n",
        "# plimsoll: ignore[todo-label] until=2026-01-15 to the last day\n"
      })
  void aCommentHidesTheNextInstruction(String comment) {
    assertThat(findings("FROM a\n" + comment + OPEN + OPEN)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# plimsoll: ignore[dockerfile/ping]\n",
        "# plimsoll: ignore[todo-label] until=2026-01-14 over\n",
        "# plimsoll: ignore[todo-label] until=2026-31-12 no date\n",
        "# plimsoll: ignore todo-label\n",
        "# plimsoll: ignore[]\n",
        "# plimsoll ignore[todo-label]\n"
      })
  void aCommentThatMeansSomethingElseHidesNothing(String comment) {
    assertThat(findings("FROM a\n" + comment + OPEN)).hasSize(1);
  }

  @Test
  void anIgnoreForTheFileStandsBeforeTheFirstInstruction() {
    assertThat(findings("# syntax=a\n# plimsoll: ignore-file[todo-label]\nFROM a\n" + OPEN + OPEN))
        .isEmpty();
    assertThat(findings("FROM a\n# plimsoll: ignore-file[todo-label]\n" + OPEN)).hasSize(1);
  }

  @Test
  void aSuppressedFindingIsKeptWithItsReason() {
    Linted linted =
        Sample.of(new AllRules())
            .file("Dockerfile", "FROM a\n# plimsoll: ignore[todo-label] later\n" + OPEN)
            .run();
    assertThat(linted.outcome().suppressed())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.suppression())
                    .hasValueSatisfying(
                        suppression -> assertThat(suppression.reason()).isEqualTo("later")));
  }
}
