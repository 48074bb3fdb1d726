package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.parse.small.tree.IgnorePattern;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import dev.plimsoll.text.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerIgnoreTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "**             | a/b/c        | true",
        "**/            | a            | true",
        "**/*           | a/b          | true",
        "node_modules   | node_modules/x/y.js | true",
        "node_modules   | web/node_modules/x  | false",
        "**/node_modules | web/node_modules/x | true",
        "**/node_modules | node_modules       | true",
        "/docs/         | docs/a.md    | true",
        "./docs/../docs | docs/a.md    | true",
        "docs/*.md      | docs/a.md    | true",
        "docs/*.md      | docs/x/a.md  | false",
        "*.log          | a.log        | true",
        "*.log          | logs/a.log   | false",
        "*.log          | a.log/inside | true",
        "a?c            | abc          | true",
        "a?c            | a/c          | false",
        "dir/**         | dir/a/b      | true",
        "dir/**         | dir          | false",
        "a/**/b         | a/b          | true",
        "a/**/b         | a/x/y/b      | true",
        "a**b           | a/x/b        | true",
        "a**b           | axb          | false",
        "a**b           | ax/b         | true",
        "**foo          | x/barfoo     | true",
        "**foo*         | x/barfoo     | false",
        "foo**          | foobar/x     | true",
        "[a-c].txt      | b.txt        | true",
        "[^a-c].txt     | b.txt        | false",
        "[^a].txt       | b.txt        | true",
        "a\\*b          | a*b          | true",
        "a\\*b          | axb          | false",
        "file.txt       | fileXtxt     | false",
        "a.b(c)+$       | a.b(c)+$     | true",
        "../secret      | secret       | false",
        ".              | a            | false",
        "x y            | x y          | true",
      })
  void ignoresWhatDockerIgnores(String pattern, String path, boolean ignored) {
    assertThat(isIgnored(pattern, path)).isEqualTo(ignored);
  }

  @Test
  void letsTheLastMatchingPatternDecideAlsoBelowAnIgnoredFolder() {
    String file = "*\n!src\nsrc/*.tmp\n!src/keep.tmp\n";
    assertThat(isIgnored(file, "README.md")).isTrue();
    assertThat(isIgnored(file, "src/a.c")).isFalse();
    assertThat(isIgnored(file, "src/a.tmp")).isTrue();
    assertThat(isIgnored(file, "src/keep.tmp")).isFalse();
  }

  @Test
  void skipsCommentsAndBlankLinesAndTrimsPatterns() {
    String file = "# *.c\n\n  \t\r\n  a.c \r\n #b.c\n";
    assertThat(isIgnored(file, "a.c")).isTrue();
    assertThat(isIgnored(file, "x.c")).isFalse();
    assertThat(isIgnored(file, "#b.c")).as("only a # in the first column begins one").isTrue();
  }

  @Test
  void pointsAtTheDecidingPatternInItsFile() {
    String content = "# build output\n  target/ \n!target/app.jar\n";
    IgnoreFile file = parse(content).tree();
    Optional<IgnorePattern> classes = file.decidingFile("target/classes/A.class");
    Optional<IgnorePattern> jar = file.decidingFile("target/app.jar");
    assertThat(classes.orElseThrow().slice().text()).isEqualTo("target/");
    assertThat(classes.orElseThrow().slice().span().start()).isEqualTo(content.indexOf("target/"));
    assertThat(jar.orElseThrow().slice().text()).isEqualTo("!target/app.jar");
    assertThat(jar.orElseThrow().negated()).isTrue();
    assertThat(file.decidingFile("src/A.java")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"![", "!", "a[", "[]a]", "[a-]", "[z-a]", "a\\", "\\d", "[*]x", "^*"})
  void reportsWhatDockerRefusesOrMisreads(String pattern) {
    Parsed<IgnoreFile> parsed = parse("a.c\n" + pattern + "\n");
    assertThat(parsed.problems()).hasSize(1);
    assertThat(parsed.problems().get(0).slice().text()).isEqualTo(pattern);
    assertThat(parsed.problems().get(0).kind()).isEqualTo(Problem.Kind.SYNTAX);
    assertThat(parsed.tree().decidingFile("a.c")).as("the others still count").isPresent();
  }

  @Test
  void readsABangBehindASlashAsDockerDoes() {
    assertThat(isIgnored("*.c\n/!a.c", "a.c")).isFalse();
    assertThat(isIgnored("*.c\n!/a.c", "a.c")).isFalse();
    assertThat(isIgnored("!!a", "!a")).isFalse();
  }

  @Test
  void matchesInTimeBoundedByPatternTimesPath() {
    String pattern = "*a".repeat(1_000) + "*b";
    assertThat(isIgnored(pattern, "a".repeat(4_000))).isFalse();
    assertThat(isIgnored("**/" + "a/**/".repeat(500) + "*b", "a/".repeat(2_000) + "a")).isFalse();
  }

  @Test
  void passesOverPatternsAndLinesBeyondItsLimits() {
    Parsed<IgnoreFile> longer = parse("a".repeat(5_000) + "\nb\n");
    assertThat(longer.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.LIMIT);
    assertThat(longer.tree().patterns()).hasSize(1);
    Parsed<IgnoreFile> many = parse("a\n".repeat(20_001));
    assertThat(many.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.LIMIT);
    assertThat(many.tree().patterns()).hasSize(20_000);
  }

  private static Parsed<IgnoreFile> parse(String content) {
    return IgnoreFileParser.parse(SourceText.of(".dockerignore", content), IgnoreSyntax.DOCKER);
  }

  private static boolean isIgnored(String content, String path) {
    Optional<IgnorePattern> deciding = parse(content).tree().decidingFile(path);
    return deciding.isPresent() && !deciding.get().negated();
  }
}
