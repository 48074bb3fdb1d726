package dev.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.run.PlannedSet.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that comes with a journal of its own. */
class ForgedJournalTest {

  private static final String ID = "0123456789abcdef";

  @TempDir Path folder = Path.of("");
  private Path root = Path.of("");
  private Path key = Path.of("");
  private Path victim = Path.of("");

  @BeforeEach
  void cloneTheRepository() throws IOException {
    root = Files.createDirectory(folder.resolve("root")).toRealPath();
    key = Files.writeString(root.resolve(".plimsoll-journal.key"), "");
    victim = Files.writeString(root.resolve("Makefile"), "mine");
    Files.writeString(root.resolve(".Makefile.plimsoll-" + ID + "-0.tmp"), "evil");
  }

  /** The key's time as only this machine knows it. */
  private String realKey() throws IOException {
    FileTime time = (FileTime) Files.getAttribute(key, "unix:ctime");
    Instant instant = time.toInstant();
    return instant.getEpochSecond() + "." + instant.getNano();
  }

  private Path forge(String keyTime, String id, Entry entry) throws IOException {
    PlannedSet set = new PlannedSet(List.of(entry), List.of());
    String plan = JournalText.plan(Plan.of(id, keyTime, List.of(set)));
    Path journal = root.resolve(JournalFile.NAME);
    Files.writeString(journal, plan + JournalText.commit(plan, Set.of(0)));
    return Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-------"));
  }

  private static Entry entry(String name) {
    return new Entry(0, name, Optional.of(SampleSet.hash("mine")), SampleSet.hash("evil"));
  }

  @Test
  void isNotReplayedAsItCannotKnowTheKeysChangeTime() throws IOException {
    forge("1764012345.123456789", ID, entry("Makefile"));
    assertThat(FixWriter.recover(root).line()).contains("was not written by a run in this folder");
    assertThat(victim).hasContent("mine");
    Files.delete(key);
    assertThat(FixWriter.recover(root).line()).contains("was not written by a run in this folder");
    assertThat(victim).hasContent("mine");
  }

  @Test
  void isNotReplayedWhenOthersMayReadIt() throws IOException {
    Path journal = forge(realKey(), ID, entry("Makefile"));
    Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(FixWriter.recover(root).line()).contains("open to others");
    assertThat(victim).hasContent("mine");
  }

  @Test
  void leadsNowhereEvenWithTheRightKey() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "mine");
    Files.createSymbolicLink(root.resolve("up"), folder);
    Files.createDirectories(root.resolve(".git/hooks"));
    for (String name :
        List.of("../outside", "up/outside", outside.toString(), ".git/hooks/pre-commit", "")) {
      forge(realKey(), ID, entry(name));
      Recovery recovery = FixWriter.recover(root);
      assertThat(recovery.finished()).as(name).isEmpty();
      assertThat(recovery.restored()).as(name).isEmpty();
    }
    assertThat(outside).hasContent("mine");
    assertThat(root.resolve(".git/hooks")).isEmptyDirectory();
  }

  @Test
  void cannotNameATemporaryFileElsewhere() throws IOException {
    Files.writeString(folder.resolve("staged"), "evil");
    forge(realKey(), "/../../staged", entry("Makefile"));
    assertThat(FixWriter.recover(root).finished()).isEmpty();
    assertThat(victim).hasContent("mine");
  }

  @Test
  void movesNothingThatDoesNotHashToWhatItTells() throws IOException {
    String other = SampleSet.hash("other");
    forge(realKey(), ID, new Entry(0, "Makefile", Optional.of(SampleSet.hash("mine")), other));
    assertThat(FixWriter.recover(root).finished()).isEmpty();
    assertThat(victim).hasContent("mine");
  }

  @Test
  void blocksNoRunWithoutSayingWhy() throws IOException {
    forge("1764012345.123456789", ID, entry("Makefile"));
    FileChange change =
        FileChange.replace("Makefile", SampleSet.hash("mine"), SampleSet.bytes("new"));
    SetResult result = new FixWriter(root).write(List.of(List.of(change))).get(0);
    assertThat(result.refusal().orElseThrow()).contains(JournalFile.NAME);
    assertThat(victim).hasContent("mine");
  }

  @Test
  void isAFileOrNothing() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "x");
    Files.createSymbolicLink(root.resolve(JournalFile.NAME), elsewhere);
    assertThat(FixWriter.recover(root).line()).contains("is no file that Plimsoll wrote");
    assertThat(elsewhere).hasContent("x");
  }

  @Test
  void ofAnyTextNeverCrashesARun() throws IOException {
    String header = "plimsoll-journal 1\n";
    for (String text :
        List.of(
            "", "x", header, header + "replace\nfolder\ncreate x\nset\n", header + "plan x\n")) {
      Path journal = root.resolve(JournalFile.NAME);
      Files.deleteIfExists(journal);
      Files.writeString(journal, text);
      Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-------"));
      Recovery recovery = FixWriter.recover(root);
      assertThat(recovery.finished()).isEmpty();
      assertThat(victim).hasContent("mine");
    }
  }
}
