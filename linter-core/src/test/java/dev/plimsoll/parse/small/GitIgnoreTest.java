package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.parse.small.tree.IgnorePattern;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitIgnoreTest {

  private static final List<String> PATHS =
      List.of(
          "a", "b/", "b/a", "b/c/", "b/c/a", "b/c/ab", "ab/", "ab/b", "ab/x/", "ab/x/b", "x y",
          "#a", "!a", "a.b", "-", "d/", "d/d/", "d/d/d");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a|a|true",
        "a|b/a|true",
        "/a|b/a|false",
        "b/a|b/a|true",
        "b/a|c/b/a|false",
        "a/|a|false",
        "a/|a/|true",
        "a/|a/x|true",
        "*.o|x/y.o|true",
        "/*.o|x/y.o|false",
        "b/*|b/c/d|true",
        "**/a|x/y/a|true",
        "a/**|a/|false",
        "a/**|a/x/y|true",
        "a/**/b|a/b|true",
        "a/**/b|a/x/y/b|true",
        "x/a**b|x/a/b|false",
        "a?b|a/b|false",
        "[a-c]x|bx|true",
        "[!a-c]x|bx|false",
        "[^a-c]x|dx|true",
        "[]x]|]|true",
        "[[:digit:]]|7|true",
        "[a|[a|false",
        "\\#a|#a|true",
        "\\!a|!a|true",
        "a |a|true",
        "a\\ |a |true",
        "a\t|a|false",
        "a\\|a|false",
        "a//|a/|false",
      })
  void ignoresWhatGitIgnores(String pattern, String path, boolean ignored) {
    Optional<IgnorePattern> deciding = deciding(parse(pattern), path);
    assertThat(deciding.isPresent()).isEqualTo(ignored);
  }

  @Test
  void takesNothingBackBelowAnIgnoredFolder() {
    IgnoreFile file = parse("b/\n!b/keep\n*.o\n!keep.o\n");
    assertThat(deciding(file, "b/keep").orElseThrow().slice().text()).isEqualTo("b/");
    assertThat(deciding(file, "keep.o").orElseThrow().negated()).isTrue();
    assertThat(file.matchingFile("b/keep").orElseThrow().slice().text()).isEqualTo("!b/keep");
  }

  @Test
  void matchesInTimeBoundedByPatternTimesPath() {
    assertThat(deciding(parse("*a".repeat(1_000) + "*b"), "a".repeat(4_000))).isEmpty();
    assertThat(deciding(parse("**/".repeat(1_000) + "b"), "a/".repeat(1_000) + "a")).isEmpty();
  }

  @Test
  void agreesWithGitOnPatternsThatTellReadersApart(@TempDir Path folder) throws Exception {
    List<String> files =
        List.of(
            "a\n",
            "/a\nb/\n!b/a",
            "ab**/b\n",
            "!/ab**\nab/*",
            "**/a\r\n!b\n",
            "[b-a-c]\n",
            "b/**/a\n!a",
            "*\n!*/\n!a",
            "d/d/\n",
            "x y \n#a\n\\#a\n",
            "[a-\n-\n",
            "**\\/b");
    compareWithGit(folder, files);
  }

  @Test
  @Tag("slow")
  void agreesWithGitOnRandomPatterns(@TempDir Path folder) throws Exception {
    String[] parts = {
      "a",
      "b",
      "c",
      "d",
      "x y",
      "*",
      "**",
      "**/",
      "/**",
      "/",
      "?",
      "!",
      "#",
      "[ab]",
      "[!a]",
      "[^a]",
      "[]a]",
      "[a-c]",
      "[b-a-c]",
      "[",
      "\\",
      "\\*",
      "\\a",
      "\\/",
      " ",
      "[[:alpha:]]",
      "ab**/"
    };
    Random random = new Random(20_260_101);
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      StringBuilder file = new StringBuilder();
      for (int part = random.nextInt(12); part >= 0; part--) {
        file.append(random.nextInt(5) == 0 ? "\n" : parts[random.nextInt(parts.length)]);
      }
      files.add(file.toString());
    }
    compareWithGit(folder, files);
  }

  private static void compareWithGit(Path folder, List<String> ignoreFiles) throws Exception {
    assumeTrue(git(folder, "", "init", "-q").isEmpty(), "git is here");
    for (String path : PATHS) {
      Path file = folder.resolve(path);
      Files.createDirectories(path.endsWith("/") ? file : file.getParent());
      if (!path.endsWith("/")) {
        Files.createFile(file);
      }
    }
    String asked = String.join("\0", PATHS).replace("/\0", "\0") + "\0";
    for (String content : ignoreFiles) {
      Files.writeString(folder.resolve(".gitignore"), content);
      String[] answers =
          git(folder, asked, "check-ignore", "--no-index", "-v", "-n", "-z", "--stdin")
              .split("\0", -1);
      for (int i = 0; i < PATHS.size(); i++) {
        assertThat(line(content, PATHS.get(i)))
            .as("the line of %s that decides about %s", content, PATHS.get(i))
            .isEqualTo(answers[4 * i + 1]);
      }
    }
  }

  private static String git(Path folder, String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return "no git";
    }
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String line(String content, String path) {
    Optional<IgnorePattern> deciding = deciding(parse(content), path);
    if (deciding.isEmpty()) {
      return "";
    }
    SourceText text = SourceText.of(".gitignore", content);
    return Integer.toString(text.lines().position(deciding.get().slice().span().start()).line());
  }

  private static IgnoreFile parse(String content) {
    return IgnoreFileParser.parse(SourceText.of(".gitignore", content), IgnoreSyntax.GIT).tree();
  }

  private static Optional<IgnorePattern> deciding(IgnoreFile file, String path) {
    return path.endsWith("/")
        ? file.decidingFolder(path.substring(0, path.length() - 1))
        : file.decidingFile(path);
  }
}
