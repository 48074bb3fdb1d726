package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.source.Workspace.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DiskWorkspaceTest {

  @TempDir Path temporary;
  private Path root;
  private DiskWorkspace workspace;

  @BeforeEach
  void makeARootWithAFileInAFolder() throws IOException {
    root = Files.createDirectories(temporary.resolve("root"));
    write("api/Dockerfile", "FROM alpine\n");
    workspace = DiskWorkspace.at(root);
  }

  @Test
  void readsListsAndMeasures() throws IOException {
    write("B", "");
    write("a", "");
    assertThat(workspace.list("")).containsExactly("B", "a", "api");
    assertThat(workspace.list("api")).containsExactly("Dockerfile");
    assertThat(workspace.kind("")).isEqualTo(Kind.DIRECTORY);
    assertThat(workspace.kind("api/Dockerfile")).isEqualTo(Kind.FILE);
    assertThat(workspace.read("api/Dockerfile").text().content()).isEqualTo("FROM alpine\n");
    assertThat(workspace.read("api/Dockerfile").name()).isEqualTo("api/Dockerfile");
    assertThat(workspace.size("api/Dockerfile")).isEqualTo(12);
    assertThat(workspace.size("api")).isZero();
  }

  @Test
  void tellsTheModeOfAFile() throws IOException {
    assumePosix();
    Path script = write("run.sh", "");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x--x"));
    assertThat(workspace.mode("run.sh")).isEqualTo(0751);
    assertThat(workspace.mode("absent")).isEqualTo(0644);
  }

  @Test
  void knowsWhatIsNotThere() {
    assertThat(workspace.kind("absent")).isEqualTo(Kind.ABSENT);
    assertThat(workspace.kind("api/Dockerfile/below")).isEqualTo(Kind.ABSENT);
    assertThat(workspace.kind("nul\0name")).isEqualTo(Kind.ABSENT);
    assertThat(workspace.kind("../outside")).isEqualTo(Kind.ABSENT);
    assertThat(workspace.kind("/etc/passwd")).isEqualTo(Kind.ABSENT);
    assertRefused("absent", "no such file");
    assertRefused("api", "it is a folder");
  }

  @Test
  void treatsAFolderNamedDockerfileAsAFolder() throws IOException {
    Files.createDirectory(root.resolve("Dockerfile"));
    assertThat(workspace.kind("Dockerfile")).isEqualTo(Kind.DIRECTORY);
    assertRefused("Dockerfile", "it is a folder");
    assertThat(workspace.list("Dockerfile")).isEmpty();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> workspace.list("api/Dockerfile"))
        .withMessage("it is a file, not a folder");
  }

  @Test
  void followsLinksWithinTheRoot() throws IOException {
    link("link", "api/Dockerfile");
    link("folder", "api");
    assertThat(workspace.kind("link")).isEqualTo(Kind.FILE);
    assertThat(workspace.read("folder/Dockerfile").size()).isEqualTo(12);
    assertThat(workspace.canonical("link")).isEqualTo("api/Dockerfile");
    assertThat(workspace.canonical("folder/Dockerfile")).isEqualTo("api/Dockerfile");
    assertThat(workspace.canonical("folder/new/file")).isEqualTo("api/new/file");
    assertThat(workspace.canonical("new")).isEqualTo("new");
    assertThat(workspace.canonical("")).isEmpty();
  }

  @Test
  void followsNoLinkOutOfTheRoot() throws IOException {
    Files.writeString(temporary.resolve("secret"), "secret");
    Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(temporary.resolve("outside/secret"), "secret");
    link("out", "../secret");
    link("folder", "../outside");
    link("twice", "folder/secret");
    for (String name : new String[] {"out", "folder", "folder/secret", "twice"}) {
      assertThat(workspace.kind(name)).as(name).isEqualTo(Kind.UNREADABLE_LINK);
      assertThat(workspace.size(name)).as(name).isZero();
      assertRefused(name, "the link leads out of the tree, to nothing, or back to itself");
    }
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> workspace.list("folder"));
  }

  @Test
  void noticesLoopsAndBrokenLinks() throws IOException {
    link("loop", "pool");
    link("pool", "loop");
    link("broken", "nowhere");
    link("api/up", "..");
    assertThat(workspace.kind("loop")).isEqualTo(Kind.UNREADABLE_LINK);
    assertThat(workspace.kind("broken")).isEqualTo(Kind.UNREADABLE_LINK);
    assertThat(workspace.canonical("api/up/api/up/api")).isEqualTo("api");
    assertRefused("loop", "the link leads out of the tree, to nothing, or back to itself");
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void neverOpensAFifo() throws Exception {
    Path fifo = root.resolve("Dockerfile");
    try {
      assumeTrue(
          new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor(9, TimeUnit.SECONDS));
    } catch (IOException e) {
      assumeTrue(false, "no mkfifo here");
    }
    assumeTrue(Files.exists(fifo));
    assertThat(workspace.kind("Dockerfile")).isEqualTo(Kind.SPECIAL);
    assertThat(workspace.size("Dockerfile")).isZero();
    assertRefused("Dockerfile", "it is a FIFO, a socket or a device");
  }

  @Test
  void saysThatAFileVanishedAfterItWasListed() throws IOException {
    Path file = write("Dockerfile", "");
    assertThat(workspace.list("")).contains("Dockerfile");
    Files.delete(file);
    assertRefused("Dockerfile", "no such file");
  }

  @Test
  void explainsFailuresWithoutPaths() {
    assertThat(DiskWorkspace.explained(new AccessDeniedException("/home/me/Dockerfile")))
        .hasMessage("permission denied");
    assertThat(DiskWorkspace.explained(new NoSuchFileException("/home/me/Dockerfile")))
        .hasMessage("it vanished while it was read");
    assertThat(DiskWorkspace.explained(new IOException("/home/me: Input/output error")))
        .hasMessage("the system refused (IOException)");
  }

  @Test
  void refusesAFileWithoutReadPermission() throws IOException {
    assumePosix();
    Path file = write("locked", "secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(file)) { // whoever runs this reads everything
      assertThat(workspace.read("locked").size()).isEqualTo(6);
      return;
    }
    assertRefused("locked", "permission denied");
  }

  @Test
  void survivesAFileWhoseReadingFails() throws IOException {
    Path memory = Path.of("/proc/self/mem");
    assumeTrue(Files.isRegularFile(memory), "only Linux has such a file");
    DiskWorkspace process = DiskWorkspace.at(Path.of("/proc/self"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> process.read("mem"))
        .withMessageStartingWith("the system refused (");
  }

  @Test
  void readsNoFileWithoutAnEnd() throws IOException {
    Path file = root.resolve("huge");
    try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(DiskWorkspace.MOST_BYTES + 1L);
    }
    assertRefused("huge", "it is larger than 64 MB");
  }

  private void assertRefused(String name, String reason) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> workspace.read(name))
        .withMessage(reason);
  }

  private void assumePosix() {
    assumeTrue(root.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(name), Path.of(target));
  }
}
