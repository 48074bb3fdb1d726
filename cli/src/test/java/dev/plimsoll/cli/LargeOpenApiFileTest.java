package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is most of what there is to do is shared by the threads: nobody sees that. */
class LargeOpenApiFileTest {

  private static final String HEAD = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n";
  private static final String SECRET = "ghp_4b7Qx9Lm2Vt6Zr1Kc8Yw3Np5Hd0Jf7Sg2Ba9";

  @TempDir Path folder;

  @BeforeEach
  void aLargeFile() throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("x-token: ").append(SECRET).append("\npaths:\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("  /things").append(i).append("/{id}:\n    get:\n");
      if (i == 7) {
        text.append("      # plimsoll: ignore openapi/path-parameter-undefined -- it is known\n");
        text.append("      # plimsoll: ignore openapi/operation-id-duplicate -- there is none\n");
      }
      text.append("      description: ").append("Gives one thing. ".repeat(15)).append('\n');
      text.append("      responses: {'200': {description: It, content: {a/b: {}}}}\n");
    }
    Files.writeString(folder.resolve("large.yaml"), text);
  }

  private List<String> findings() {
    List<String> own = new ArrayList<>();
    CliRun run = CliRun.in(folder, "check", "--format", "concise", "--profile", "all");
    for (String line : run.out().split("\n", -1)) {
      if (line.startsWith("large.yaml:")) {
        own.add(line);
      }
    }
    return own;
  }

  @Test
  void itsFindingsAreThoseOfOneThread() throws IOException {
    List<String> shared = findings();
    String filler = HEAD + "paths: {}\nx-filler: " + "nothing ".repeat(100_000) + "\n";
    Files.writeString(folder.resolve("larger.yaml"), filler);

    assertThat(shared).hasSizeGreaterThan(5_000).isEqualTo(findings());
    assertThat(String.join("\n", shared))
        .contains("openapi/path-parameter-undefined", "openapi/media-type-malformed")
        .contains("unused")
        .doesNotContain(SECRET);
  }
}
