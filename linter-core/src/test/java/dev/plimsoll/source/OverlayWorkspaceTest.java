package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plimsoll.source.Workspace.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OverlayWorkspaceTest {

  private final MemoryWorkspace base =
      new MemoryWorkspace().put("api/run.sh", bytes("old"), 0755).put("Dockerfile", "FROM a\n");
  private final OverlayWorkspace overlay = new OverlayWorkspace(base);

  @Test
  void showsTheBaseWhereNothingLiesOverIt() throws IOException {
    assertThat(overlay.list("")).containsExactly("Dockerfile", "api");
    assertThat(overlay.read("Dockerfile").text().content()).isEqualTo("FROM a\n");
    assertThat(overlay.kind("absent")).isEqualTo(Kind.ABSENT);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> overlay.read("absent"))
        .withMessage("no such file");
  }

  @Test
  void changesAFileAndKeepsItsMode() throws IOException {
    overlay.put("api/run.sh", bytes("newer"));
    assertThat(overlay.read("api/run.sh").text().content()).isEqualTo("newer");
    assertThat(overlay.mode("api/run.sh")).isEqualTo(0755);
    assertThat(overlay.size("api/run.sh")).isEqualTo(5);
    assertThat(overlay.list("api")).containsExactly("run.sh");
    assertThat(base.read("api/run.sh").text().content()).isEqualTo("old");
  }

  @Test
  void bringsNewFilesAndTheFoldersTheyLieIn() throws IOException {
    overlay.put("web/bin/start", bytes("x"), 0700).put("api/new", bytes("y"), 0644);
    assertThat(overlay.list("")).containsExactly("Dockerfile", "api", "web");
    assertThat(overlay.list("api")).containsExactly("new", "run.sh");
    assertThat(overlay.list("web/bin")).containsExactly("start");
    assertThat(overlay.kind("web")).isEqualTo(Kind.DIRECTORY);
    assertThat(overlay.mode("web/bin/start")).isEqualTo(0700);
  }

  @Test
  void changesTheFileThatALinkLeadsTo() throws IOException {
    base.putLink("link", "Dockerfile");
    overlay.put("link", bytes("FROM b\n"));
    assertThat(overlay.read("Dockerfile").text().content()).isEqualTo("FROM b\n");
    assertThat(overlay.read("link").text().content()).isEqualTo("FROM b\n");
    assertThat(overlay.canonical("link")).isEqualTo("Dockerfile");
  }

  @Test
  void mayLieOverAnotherOverlay() throws IOException {
    overlay.put("new", bytes("1"));
    OverlayWorkspace second = new OverlayWorkspace(overlay).put("new", bytes("2"));
    assertThat(second.read("new").text().content()).isEqualTo("2");
    assertThat(overlay.read("new").text().content()).isEqualTo("1");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
