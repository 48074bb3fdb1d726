package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.txt         | a.txt         | true",
        "*.txt         | x/y/a.txt     | true",
        "legacy        | x/legacy      | true",
        "legacy        | legacy/a      | false",
        "x/*.txt       | x/a.txt       | true",
        "x/*.txt       | x/y/a.txt     | false",
        "x/*.txt       | y/x/a.txt     | false",
        "./x/*.txt     | x/a.txt       | true",
        "/a.txt        | a.txt         | true",
        "/a.txt        | x/a.txt       | false",
        "x/**          | x/y/z         | true",
        "x/**          | x             | false",
        "**/x/*        | a/b/x/c       | true",
        "**/x/*        | x/c           | true",
        "a/**/b        | a/b           | true",
        "a/**/b        | a/1/2/b       | true",
        "build/        | build/a       | true",
        "build/        | x/build/a/b   | true",
        "build/        | build         | false",
        "x/build/      | x/build/a     | true",
        "x/build/      | y/x/build/a   | false",
        "a?c           | abc           | true",
        "x/a?c         | x/a/c         | false",
        "{a,b}.txt     | b.txt         | true",
        "{a,b}.txt     | c.txt         | false",
        "x{,y}         | x             | true",
        "x{,y}         | xy            | true",
        "{a,{b,c}d}e   | cde           | true",
        "{a,{b,c}d}e   | ce            | false",
        "{x/**,y}/z    | x/1/2/z       | true",
        "{x/**,y}/z    | y/z           | true",
        "[a-c].txt     | b.txt         | true",
        "[!a-c].txt    | b.txt         | false",
        "{a            | {a            | true",
        "a}            | a}            | true",
        "a,b           | a,b           | true",
        "[a            | [a            | true",
        "a\\*          | a*            | true",
        "a\\*          | ab            | false",
        "caf?          | café          | true",
        "?             | 𝄞             | true",
      })
  void matches(String glob, String name, boolean matches) {
    assertThat(Glob.of(glob).matches(name)).isEqualTo(matches);
  }

  @Test
  void costsNoMoreThanPatternTimesName() {
    assertThat(Glob.of("{a,aa}".repeat(500) + "b").matches("a".repeat(2_000))).isFalse();
    assertThat(Glob.of("*a".repeat(1_000) + "*b").matches("a".repeat(4_000))).isFalse();
    assertThat(Glob.of("{".repeat(20_000)).matches("{")).isFalse();
  }
}
