package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.source.Workspace.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MemoryWorkspaceTest {

  private final MemoryWorkspace workspace =
      new MemoryWorkspace()
          .put("api/src/run.sh", "true".getBytes(StandardCharsets.UTF_8), 0755)
          .put("api/Dockerfile", "FROM alpine\n")
          .put("api-old/Dockerfile", "FROM busybox\n");

  @Test
  void hasTheFoldersThatItsFilesLieIn() throws IOException {
    assertThat(workspace.kind("")).isEqualTo(Kind.DIRECTORY);
    assertThat(workspace.kind("api/src")).isEqualTo(Kind.DIRECTORY);
    assertThat(workspace.kind("ap")).isEqualTo(Kind.ABSENT);
    assertThat(workspace.list("")).containsExactly("api", "api-old");
    assertThat(workspace.list("api")).containsExactly("Dockerfile", "src");
    assertThat(workspace.mode("api/src/run.sh")).isEqualTo(0755);
    assertThat(workspace.mode("api/Dockerfile")).isEqualTo(0644);
    assertThat(workspace.size("api/Dockerfile")).isEqualTo(12);
  }

  @Test
  void keepsBytesThatNobodyElseCanChange() throws IOException {
    byte[] bytes = {'a'};
    workspace.put("a", bytes);
    bytes[0] = 'b';
    workspace.read("a").bytes()[0] = 'c';
    assertThat(workspace.read("a").text().content()).isEqualTo("a");
  }

  @Test
  void followsLinksAndNoticesLoops() throws IOException {
    workspace.putLink("link", "api").putLink("loop", "loop").putLink("broken", "nowhere");
    assertThat(workspace.kind("link")).isEqualTo(Kind.DIRECTORY);
    assertThat(workspace.list("link")).containsExactly("Dockerfile", "src");
    assertThat(workspace.read("link/Dockerfile").size()).isEqualTo(12);
    assertThat(workspace.canonical("link/src/run.sh")).isEqualTo("api/src/run.sh");
    assertThat(workspace.kind("loop")).isEqualTo(Kind.UNREADABLE_LINK);
    assertThat(workspace.kind("broken")).isEqualTo(Kind.UNREADABLE_LINK);
  }

  @Test
  void refusesWhatCannotBeReadWithTheReason() {
    workspace.putUnreadable("locked", "permission denied").putSpecial("fifo");
    assertThat(workspace.kind("locked")).isEqualTo(Kind.FILE);
    assertThat(workspace.kind("fifo")).isEqualTo(Kind.SPECIAL);
    assertRefused("locked", "permission denied");
    assertRefused("fifo", "it is a FIFO, a socket or a device");
    assertRefused("api", "it is a folder");
    assertRefused("absent", "no such file");
  }

  @Test
  void takesNoNamesThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> workspace.put("/a", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> workspace.put("", ""));
  }

  private void assertRefused(String name, String reason) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> workspace.read(name))
        .withMessage(reason);
  }
}
