package dev.plimsoll.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.fix.Safety;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSelectorsTest {

  private static final RuleSelectors SELECTORS =
      new RuleSelectors(
          List.of(
              rule("dockerfile/a", "permissions", Category.SECURITY, "hadolint:DL1"),
              rule("shell/a", "permissions", Category.STYLE, "hadolint:DL1", "sonar:S1"),
              rule("shell/b", "security", Category.SECURITY, "sonar:S2")));

  private static RuleMeta rule(String id, String group, Category category, String... aliases) {
    return new RuleMeta(
        id,
        group,
        "title",
        Severity.WARNING,
        category,
        Confidence.HIGH,
        Profile.RECOMMENDED,
        Safety.NONE,
        List.of(aliases),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shell/a | shell/a",
        "b | shell/b",
        "shell/* | shell/a shell/b",
        "category:security | dockerfile/a shell/b",
        "group:permissions | dockerfile/a shell/a",
        "permissions | dockerfile/a shell/a",
        "hadolint:DL1 | dockerfile/a shell/a",
        "DL1 | dockerfile/a shell/a",
        "S2 | shell/b",
        "sonar:* | shell/a shell/b",
        "all | dockerfile/a shell/a shell/b"
      })
  void selects(String selector, String ids) {
    assertThat(SELECTORS.resolve(selector).ids()).containsExactly(ids.split(" ", -1));
  }

  @Test
  void anAmbiguousNameListsTheChoices() {
    assertThat(SELECTORS.resolve("a").error())
        .hasValueSatisfying(
            error -> assertThat(error).contains("dockerfile/a").contains("shell/a"));
    assertThat(SELECTORS.resolve("security").error())
        .contains(
            "a category and a group are called so; write category:security or group:security");
  }

  @Test
  void toolsMayCallTheSameRulesTheSame() {
    RuleSelectors selectors =
        new RuleSelectors(
            List.of(
                rule("openapi/a", "x", Category.STYLE, "spectral:y", "vacuum:y", "redocly:z"),
                rule("openapi/b", "x", Category.STYLE, "vacuum:z")));
    assertThat(selectors.resolve("y").ids()).containsExactly("openapi/a");
    assertThat(selectors.resolve("z").error())
        .contains(
            "an id of redocly and an id of vacuum are called so; write redocly:z or vacuum:z");
  }

  @Test
  void anUnknownNameIsHelped() {
    assertThat(SELECTORS.resolve("group:permisions").error())
        .hasValueSatisfying(error -> assertThat(error).contains("group:permissions"));
    assertThat(SELECTORS.resolve("permisions").error())
        .hasValueSatisfying(error -> assertThat(error).endsWith("(did you mean \"permissions\"?)"));
    assertThat(SELECTORS.resolve("sonar:s1").error())
        .hasValueSatisfying(error -> assertThat(error).endsWith("(did you mean \"sonar:S1\"?)"));
    assertThat(SELECTORS.resolve("dockerfil/a").error())
        .hasValueSatisfying(
            error -> assertThat(error).endsWith("(did you mean \"dockerfile/*\"?)"));
    assertThat(SELECTORS.resolve("shell").error()).contains("that is a language: write shell/*");
  }
}
