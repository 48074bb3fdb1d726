package dev.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plimsoll.fix.NewFile;
import dev.plimsoll.run.Steps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixWriterTest {

  @TempDir Path folder = Path.of("");
  private Path root = Path.of("");

  @BeforeEach
  void makeTheRoot() throws IOException {
    root = Files.createDirectory(folder.resolve("root")).toRealPath();
  }

  private Path file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static FileChange change(String name, String before, String after) {
    return FileChange.replace(name, SampleSet.hash(before), SampleSet.bytes(after));
  }

  private static FileChange create(String name) {
    return FileChange.create(new NewFile(name, 0755, "made"));
  }

  private SetResult write(FileChange... changes) {
    return new FixWriter(root).write(List.of(List.of(changes))).get(0);
  }

  private static String refusal(SetResult result) {
    return result.refusal().orElse("none: it was written");
  }

  @Test
  void writesTheBytesAndKeepsTheMode() throws IOException {
    Path file = file("Dockerfile", "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rwx--x"));
    assertThat(write(change("Dockerfile", "old", "new")).isWritten()).isTrue();
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rwx--x");
    assertThat(SampleSet.leftovers(root)).isEmpty();
  }

  @Test
  void keepsTheOwnerWhereTheUserMayGiveFilesAway() throws IOException {
    Path file = file("Dockerfile", "old");
    assumeThat(Files.getAttribute(root, "unix:uid")).isEqualTo(0);
    Files.setAttribute(file, "unix:uid", 4242);
    Files.setAttribute(file, "unix:gid", 4243);
    write(change("Dockerfile", "old", "new"));
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(4242);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(4243);
  }

  @Test
  void makesNewFilesWithTheirModeAndFolders() throws IOException {
    assertThat(write(create("docker/bin/run.sh"), create("docker/stop.sh")).isWritten()).isTrue();
    assertThat(root.resolve("docker/bin/run.sh")).hasContent("made");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve("docker/bin/run.sh"))))
        .isEqualTo("rwxr-xr-x");
    assertThat(SampleSet.leftovers(root)).isEmpty();
  }

  @Test
  void refusesAChangedFileByNameAndWritesNothingOfItsSet() throws IOException {
    Path first = file("a", "old");
    file("b", "edited");
    SetResult result = write(change("a", "old", "new"), change("b", "old", "new"), create("c/d"));
    assertThat(refusal(result)).isEqualTo("b: changed since it was read; run again");
    assertThat(first).hasContent("old");
    assertThat(root.resolve("c")).doesNotExist();
    assertThat(SampleSet.leftovers(root)).isEmpty();
  }

  @Test
  void oneSetsFailureLeavesTheOthersResults() throws IOException {
    file("a", "old");
    file("b", "edited");
    Path third = file("c", "old");
    List<SetResult> results =
        new FixWriter(root)
            .write(
                List.of(
                    List.of(change("a", "old", "new")),
                    List.of(change("b", "old", "new")),
                    List.of(change("c", "old", "new"), create("made/d"))));
    assertThat(results).extracting(SetResult::isWritten).containsExactly(true, false, true);
    assertThat(third).hasContent("new");
    assertThat(root.resolve("made/d")).exists();
  }

  @Test
  void aFileChangedBetweenStagingAndMovingKeepsThatChange() throws IOException {
    Path file = file("a", "old");
    Path other = file("b", "old");
    Steps editor =
        (step, path) -> {
          if (step == Step.COMMIT_SYNCED) {
            Files.writeString(file, "edited");
          }
        };
    List<FileChange> set = List.of(change("b", "old", "new"), change("a", "old", "new"));
    SetResult result = new FixWriter(root, editor).write(List.of(set)).get(0);
    assertThat(refusal(result)).isEqualTo("a: changed since it was read; run again");
    assertThat(file).hasContent("edited");
    assertThat(other).hasContent("old");
    assertThat(SampleSet.leftovers(root)).isEmpty();
  }

  @Test
  void neverOverwritesAFileWhereANewOneShouldGo() throws IOException {
    Path there = file("run.sh", "mine");
    assertThat(refusal(write(create("run.sh")))).startsWith("run.sh: a file of this name");
    Steps other =
        (step, path) -> {
          if (step == Step.COMMIT_SYNCED) {
            file("late.sh", "mine");
          }
        };
    SetResult late = new FixWriter(root, other).write(List.of(List.of(create("late.sh")))).get(0);
    assertThat(refusal(late)).contains("late.sh");
    assertThat(there).hasContent("mine");
    assertThat(root.resolve("late.sh")).hasContent("mine");
  }

  @Test
  void writesWhatALinkInsideTheRootLeadsTo() throws IOException {
    Path target = file("real/Dockerfile", "old");
    Files.createSymbolicLink(root.resolve("link"), Path.of("real/Dockerfile"));
    Files.createSymbolicLink(root.resolve("folder"), Path.of("real"));
    assertThat(write(change("link", "old", "new"), create("folder/made")).isWritten()).isTrue();
    assertThat(target).hasContent("new");
    assertThat(Files.isSymbolicLink(root.resolve("link"))).isTrue();
    assertThat(root.resolve("real/made")).hasContent("made");
  }

  @Test
  void refusesTwoNamesOfOneFile() throws IOException {
    Path target = file("Dockerfile", "old");
    Files.createSymbolicLink(root.resolve("link"), Path.of("Dockerfile"));
    SetResult result = write(change("Dockerfile", "old", "new"), change("link", "old", "other"));
    assertThat(refusal(result)).isEqualTo("link: another change writes the same file");
    assertThat(target).hasContent("old");
  }

  @Test
  void neverWritesOutOfTheRootOrIntoTheRepositoryItself() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "old");
    Files.createSymbolicLink(root.resolve("link"), outside);
    Files.createSymbolicLink(root.resolve("up"), folder);
    Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
    Files.createSymbolicLink(root.resolve("history"), Path.of(".git"));
    Path hook = file(".git/hooks/pre-commit", "old");
    assertThat(refusal(write(change("link", "old", "new")))).contains("leads out of the root");
    assertThat(refusal(write(change("up/outside", "old", "new")))).contains("leads out of the");
    assertThat(refusal(write(create("up/made")))).contains("leads out of the root");
    assertThat(refusal(write(change("../outside", "old", "new")))).contains("inside the root");
    assertThat(refusal(write(change(outside.toString(), "old", "new")))).contains("inside the");
    assertThat(refusal(write(change("loop", "old", "new")))).startsWith("loop: ");
    assertThat(refusal(write(create(".GIT/hooks/x")))).contains("lies in .GIT");
    assertThat(refusal(write(change("history/hooks/pre-commit", "old", "new"))))
        .contains("lies in .git");
    assertThat(outside).hasContent("old");
    assertThat(hook).hasContent("old");
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @Test
  void ofAFileWithSeveralLinksOnlyTheNamedOneChanges() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "old");
    Files.createLink(root.resolve("Dockerfile"), outside);
    assertThat(write(change("Dockerfile", "old", "new")).isWritten()).isTrue();
    assertThat(root.resolve("Dockerfile")).hasContent("new");
    assertThat(outside).hasContent("old");
  }

  @Test
  void aFolderWhereAFileShouldStandIsNamed() throws IOException {
    Path first = file("a", "old");
    Files.createDirectory(root.resolve("b"));
    file("plain", "x");
    assertThat(refusal(write(change("a", "old", "new"), change("b", "old", "new"))))
        .isEqualTo("b: no file any more; run again");
    assertThat(refusal(write(change("a", "old", "new"), create("plain/made"))))
        .isEqualTo("plain/made: plain is no directory");
    assertThat(first).hasContent("old");
  }

  @Test
  void aReadOnlyFolderIsNamedAndNothingIsLeftBehind() throws IOException {
    Path first = file("a", "old");
    Path locked = file("locked/b", "old").getParent();
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    if (Files.isWritable(locked)) { // root writes everywhere
      assertThat(write(change("a", "old", "new"), change("locked/b", "old", "new")).isWritten())
          .isTrue();
      return;
    }
    assertThat(refusal(write(change("a", "old", "new"), change("locked/b", "old", "new"))))
        .isEqualTo("locked/b: cannot be written: permission denied");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(first).hasContent("old");
    assertThat(SampleSet.leftovers(root)).isEmpty();
  }

  @Test
  void aSecondRunInTheSameRootIsRefused() throws IOException {
    Path file = file("a", "old");
    Path second = file("b", "old");
    List<SetResult> inner = new ArrayList<>();
    List<Recovery> recoveries = new ArrayList<>();
    Steps other =
        (step, path) -> {
          if (step == Step.COMMIT_SYNCED) {
            inner.add(write(change("b", "old", "other")));
            recoveries.add(FixWriter.recover(root));
          }
        };
    List<FileChange> set = List.of(change("a", "old", "new"), change("b", "old", "new"));
    assertThat(new FixWriter(root, other).write(List.of(set)).get(0).isWritten()).isTrue();
    assertThat(refusal(inner.get(0))).contains("another run is writing here");
    assertThat(recoveries.get(0).isEmpty()).isTrue();
    assertThat(file).hasContent("new");
    assertThat(second).hasContent("new");
  }

  @Test
  void anInterruptLetsTheSetAtHandEndAndTakesTheRestBack()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Path first = file("a", "old");
    Path second = file("b", "old");
    List<FutureTask<String>> hook = new ArrayList<>();
    List<FixWriter> writers = new ArrayList<>();
    Steps interrupter =
        (step, path) -> {
          if (step == Step.FILE_MOVED && hook.isEmpty()) {
            FutureTask<String> task = new FutureTask<>(() -> writers.get(0).interrupt());
            Thread thread = new Thread(task);
            hook.add(task);
            thread.start();
            while (thread.getState() != Thread.State.TIMED_WAITING) {
              Thread.onSpinWait();
            }
          }
        };
    FixWriter writer = new FixWriter(root, interrupter);
    writers.add(writer);
    List<SetResult> results =
        writer.write(
            List.of(
                List.of(change("a", "old", "new"), create("made/a")),
                List.of(change("b", "old", "new"), create("made/b"))));
    assertThat(hook.get(0).get(10, TimeUnit.SECONDS))
        .isEqualTo("interrupted: written whole: a, made/a; nothing else");
    assertThat(results).extracting(SetResult::isWritten).containsExactly(true, false);
    assertThat(first).hasContent("new");
    assertThat(root.resolve("made/a")).exists();
    assertThat(second).hasContent("old");
    assertThat(root.resolve("made/b")).doesNotExist();
    assertThat(SampleSet.leftovers(root)).isEmpty();
  }

  @Test
  void longAndStrangeNamesAreWritten() throws IOException {
    String name = "x".repeat(250) + "/a \\ \u00fc\n\u007f\uD83D\uDEA2" + "y".repeat(200);
    file(name, "old");
    assertThat(write(change(name, "old", "new")).isWritten()).isTrue();
    assertThat(root.resolve(name)).hasContent("new");
    assertThat(Files.exists(root.resolve(JournalFile.NAME), LinkOption.NOFOLLOW_LINKS)).isFalse();
  }
}
