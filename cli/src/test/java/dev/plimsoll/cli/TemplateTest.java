package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

  @TempDir Path folder;

  @Test
  void aTemplateIsNotTakenForADockerfile() throws IOException {
    Files.writeString(folder.resolve("Dockerfile.one"), "{{ x }}\nFROM a\nRUN chmod 777 /b\n");
    Files.writeString(folder.resolve("Dockerfile.two"), "FROM a\nRUN chmod 777 /b\n");
    CliRun run = CliRun.in(folder, "check", ".");
    assertThat(run.out())
        .contains("Dockerfile.two")
        .contains("Dockerfile.one: not analysed: template (line 1)");
    assertThat(run.status()).isEqualTo(1);
  }
}
