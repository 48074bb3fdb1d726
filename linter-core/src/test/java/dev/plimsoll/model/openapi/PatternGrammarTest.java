package dev.plimsoll.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatternGrammarTest {

  @Test
  void whatEitherFlagTakesIsAPattern() {
    List<String> patterns =
        List.of(
            "",
            "^[a-z]+$",
            "^\\d{3}-\\d{4}$",
            "a{2,3}?b{,3}c{x}",
            "[^]*[]",
            "(?<year>\\d{4})-\\k<year>",
            "(?<=a)b(?<!c)",
            "(?=a)*",
            "(?i:a)(?-i:b)(?im-s:c)",
            "\\p{Lu}\\P{Script=Greek}\\u{1F600}",
            "[\\u{10000}-\\u{1FFFF}]",
            "[\uD83D\uDE00-\uD83D\uDE4F]",
            "[\\uD83D\\uDE00-\\uD83D\\uDE4F]",
            "[\\w-.]",
            "[\\x00-\\x1F\\0-\\37]",
            "\\/\\-\\_\\@\\cA\\c",
            "]}",
            "a{2}{",
            "(a)\\1\\2",
            "[[:alpha:]]",
            "\\A\\z",
            "[a-]",
            "[(]\\(",
            "(((a)))".repeat(900));
    for (String pattern : patterns) {
      assertThat(PatternGrammar.fault(pattern)).as(pattern).isEmpty();
    }
  }

  @Test
  void whatBothRefuseIsNone() {
    reads("a)", 1, "no group is open that ) closes");
    reads("a(b", 1, "the group is not closed");
    reads("a[b", 1, "[ is not closed");
    reads("*a", 0, "nothing stands before * to repeat");
    reads("a**", 2, "nothing stands before * to repeat");
    reads("a++", 2, "nothing stands before + to repeat");
    reads("^*", 1, "nothing stands before * to repeat");
    reads("a|{2}", 2, "nothing stands before { to repeat");
    reads("(?<=a)+", 6, "nothing stands before + to repeat");
    reads("a{3,2}", 1, "{3,2} asks for more than it allows");
    reads("(?P<year>a)", 0, "a named group begins with (?<, not (?P<");
    reads("(?i)a", 0, "(?i begins no group");
    reads("(?>a)", 0, "(?> begins no group");
    reads("(?#a)", 0, "(?# begins no group");
    reads("(?<1>a)", 0, "the group has no name that ends with >");
    reads("a\\", 1, "nothing stands behind the last backslash");
    reads("[z-a]", 1, "the range z-a is out of order");
    reads("(?<a>b)\\k<c>", 7, "\\k names no group");
  }

  private static void reads(String pattern, int at, String reason) {
    assertThat(PatternGrammar.fault(pattern))
        .as(pattern)
        .contains(new PatternGrammar.Fault(at, reason));
  }
}
