package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.fix.NewFile;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.FileText;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against git itself: what it applies must give the fixed bytes. */
class UnifiedDiffTest {

  @TempDir Path folder;

  private void apply(String name, String before, String after, List<NewFile> created)
      throws IOException, InterruptedException {
    SourceText read = SourceText.of(name, before);
    SourceText written = read.with(SourceText.of(name, after).content());
    TreeMap<String, FileText> texts = new TreeMap<>();
    texts.put(name, new FileText(read, written, List.of(), List.of()));
    Outcome outcome =
        new Outcome(List.of(), List.of(), List.of(), List.of(), List.of(), texts, created, 1, 1);
    Path patch = folder.resolve("fix.patch");
    Files.writeString(patch, UnifiedDiff.of(outcome, PathNames.SAME));
    Files.write(folder.resolve(name), before.getBytes(StandardCharsets.UTF_8));
    Process git =
        new ProcessBuilder("git", "apply", "--whitespace=nowarn", "fix.patch")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    assertThat(Files.readString(folder.resolve(name))).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a\\nb\\nc\\n, a\\nB\\nc\\n",
        "a\\nb, a\\nB",
        "a\\nb, a\\nb\\n",
        "a\\n, a\\nb",
        "a\\r\\nb\\r\\n, a\\r\\nB\\r\\n",
        "a\\nb\\nc\\nd\\ne\\nf\\ng\\nh\\ni\\nj\\nk\\nl\\n, A\\nb\\nc\\nd\\ne\\nf\\ng\\nh\\ni\\nj\\nk\\nL\\n",
        "a\\nb\\nc\\nd\\ne\\n, b\\nc\\nd\\n",
        "\uFEFFa\\nb\\n, \uFEFFa\\nc\\n"
      })
  void gitAppliesIt(String before, String after) throws IOException, InterruptedException {
    apply("Dockerfile", unescape(before), unescape(after), List.of());
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }

  @Test
  void namesWithBlanksQuotesAndAccentsAreQuotedAsGitDoes()
      throws IOException, InterruptedException {
    apply("my \"é\" file", "a\n", "b\n", List.of());
  }

  @Test
  void newFilesComeWithTheirMode() throws IOException, InterruptedException {
    apply("Dockerfile", "a\n", "b\n", List.of(new NewFile("bin/run.sh", 0755, "#!/bin/sh\n")));
    assertThat(Files.isExecutable(folder.resolve("bin/run.sh"))).isTrue();
    assertThat(Files.readString(folder.resolve("bin/run.sh"))).isEqualTo("#!/bin/sh\n");
  }
}
