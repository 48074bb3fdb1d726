package dev.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.run.Steps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixWriterKillTest {

  @TempDir Path folder = Path.of("");

  /** Ends the writer where it stands: no handler of the writer's catches it. */
  private static final class Kill extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Kills, or fails, at one step. */
  private static final class At implements Steps {
    private final int fatal;
    private final boolean fails;
    private final List<Step> seen = new ArrayList<>();

    At(int fatal, boolean fails) {
      this.fatal = fatal;
      this.fails = fails;
    }

    static At kill(int step) {
      return new At(step, false);
    }

    static At fail(int step) {
      return new At(step, true);
    }

    @Override
    public void done(Step step, Path path) throws IOException {
      seen.add(step);
      if (seen.size() - 1 == fatal) {
        if (fails) {
          throw new IOException("No space left on device");
        }
        throw new Kill();
      }
    }
  }

  private static int stepsOf(SampleSet sample) throws IOException {
    At counter = At.kill(-1);
    List<SetResult> results =
        new FixWriter(sample.root(), counter).write(List.of(sample.changes()));
    assertThat(results).allMatch(SetResult::isWritten);
    assertThat(sample.isNew()).isTrue();
    return counter.seen.size();
  }

  private SampleSet sample(String name, int size) throws IOException {
    return SampleSet.in(Files.createDirectory(folder.resolve(name)), size).write();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void aKillAfterAnyStepLeavesASetThatTheNextRunMakesWhole(int size) throws IOException {
    int steps = stepsOf(sample("count", size));
    int finished = 0;
    for (int step = 0; step < steps; step++) {
      SampleSet sample = sample("killed" + step, size);
      At killer = At.kill(step);
      FixWriter writer = new FixWriter(sample.root(), killer);
      assertThatThrownBy(() -> writer.write(List.of(sample.changes()))).isInstanceOf(Kill.class);
      Recovery recovery = FixWriter.recover(sample.root());
      assertThat(recovery.problems()).as("after step %s %s", step, killer.seen).isEmpty();
      assertThat(sample.isOld() || sample.isNew()).as("after step %s", killer.seen).isTrue();
      assertThat(SampleSet.leftovers(sample.root())).as("after step %s", killer.seen).isEmpty();
      boolean committed = killer.seen.contains(Step.COMMIT_WRITTEN);
      assertThat(sample.isNew()).as("after step %s", killer.seen).isEqualTo(committed);
      finished += recovery.finished().isEmpty() ? 0 : 1;
    }
    assertThat(finished).isGreaterThan(size);
  }

  @Test
  void aKillOfTheRecoveryItselfIsRecoveredToo() throws IOException {
    int steps = stepsOf(sample("count", 3));
    for (int first = 0; first < steps; first++) {
      for (int second = 0; second < 25; second++) {
        SampleSet sample = sample("twice" + first + "-" + second, 3);
        FixWriter writer = new FixWriter(sample.root(), At.kill(first));
        assertThatThrownBy(() -> writer.write(List.of(sample.changes()))).isInstanceOf(Kill.class);
        if (JournalFile.exists(sample.root())) {
          try {
            FixWriter.recover(sample.root(), At.kill(second));
          } catch (Kill e) {
            assertThat(FixWriter.recover(sample.root()).problems()).isEmpty();
          }
        }
        assertThat(sample.isOld() || sample.isNew()).as("%s, %s", first, second).isTrue();
        assertThat(SampleSet.leftovers(sample.root())).as("%s, %s", first, second).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void aFailureOfAnyStepLeavesTheSetWholeAndSaysSo(int size) throws IOException {
    int steps = stepsOf(sample("count", size));
    for (int step = 0; step < steps; step++) {
      SampleSet sample = sample("failed" + step, size);
      At failing = At.fail(step);
      SetResult result =
          new FixWriter(sample.root(), failing).write(List.of(sample.changes())).get(0);
      assertThat(result.isWritten() ? sample.isNew() : sample.isOld())
          .as("%s after %s", result, failing.seen)
          .isTrue();
      if (!result.isWritten()) {
        assertThat(result.refusal().orElseThrow())
            .contains("No space left on device")
            .contains(":");
        assertThat(SampleSet.leftovers(sample.root())).as("%s", failing.seen).isEmpty();
      }
      FixWriter.recover(sample.root());
      assertThat(SampleSet.leftovers(sample.root())).as("%s", failing.seen).isEmpty();
      assertThat(result.isWritten() ? sample.isNew() : sample.isOld()).isTrue();
    }
  }

  @Test
  void aKillWhileASetIsTakenBackIsRecovered() throws IOException {
    SampleSet counted = sample("count", 7);
    At counter = At.kill(-1);
    new FixWriter(counted.root(), counter).write(List.of(counted.changes()));
    int lastMove = counter.seen.lastIndexOf(Step.FILE_MOVED);
    for (int later = 1; later < 20; later++) {
      SampleSet sample = sample("back" + later, 7);
      Steps failsThenDies = failThenKill(lastMove, lastMove + later);
      try {
        new FixWriter(sample.root(), failsThenDies).write(List.of(sample.changes()));
        assertThat(sample.isOld()).isTrue();
      } catch (Kill e) {
        assertThat(FixWriter.recover(sample.root()).problems()).isEmpty();
      }
      assertThat(sample.isOld() || sample.isNew()).as("%s", later).isTrue();
      assertThat(SampleSet.leftovers(sample.root())).isEmpty();
    }
  }

  private static Steps failThenKill(int failure, int kill) {
    At fails = At.fail(failure);
    At kills = At.kill(kill);
    return (step, path) -> {
      kills.done(step, path);
      fails.done(step, path);
    };
  }

  @Test
  void everyKindOfStepIsTaken() throws IOException {
    SampleSet sample = sample("count", 3);
    At counter = At.kill(-1);
    new FixWriter(sample.root(), counter).write(List.of(sample.changes()));
    Set<Step> rest = EnumSet.allOf(Step.class);
    rest.removeAll(counter.seen);
    assertThat(rest).containsExactly(Step.FILE_RESTORED);
  }

  @Test
  void aJournalCutAnywhereInItsPlanIsTidiedAway() throws IOException {
    SampleSet sample = sample("torn", 3);
    FixWriter writer = new FixWriter(sample.root(), killAt(Step.PLAN_WRITTEN));
    assertThatThrownBy(() -> writer.write(List.of(sample.changes()))).isInstanceOf(Kill.class);
    Path journal = sample.root().resolve(JournalFile.NAME);
    byte[] whole = Files.readAllBytes(journal);
    for (int length = 0; length <= whole.length; length++) {
      SampleSet cut = sample("cut" + length, 3);
      FixWriter again = new FixWriter(cut.root(), killAt(Step.PLAN_WRITTEN));
      assertThatThrownBy(() -> again.write(List.of(cut.changes()))).isInstanceOf(Kill.class);
      Path torn = cut.root().resolve(JournalFile.NAME);
      byte[] bytes = Files.readAllBytes(torn);
      Files.write(torn, Arrays.copyOf(bytes, Math.min(length, bytes.length)));
      assertThat(FixWriter.recover(cut.root()).isEmpty()).as("%s bytes", length).isTrue();
      assertThat(cut.isOld()).isTrue();
      assertThat(SampleSet.leftovers(cut.root())).isEmpty();
    }
  }

  private static Steps killAt(Step fatal) {
    return (step, path) -> {
      if (step == fatal) {
        throw new Kill();
      }
    };
  }

  @Test
  void aTornCommitIsNoCommit() throws IOException {
    for (int cut = 1; cut < 60; cut++) {
      SampleSet sample = sample("commit" + cut, 3);
      FixWriter writer = new FixWriter(sample.root(), killAt(Step.COMMIT_WRITTEN));
      assertThatThrownBy(() -> writer.write(List.of(sample.changes()))).isInstanceOf(Kill.class);
      Path journal = sample.root().resolve(JournalFile.NAME);
      byte[] bytes = Files.readAllBytes(journal);
      Files.write(journal, Arrays.copyOf(bytes, bytes.length - cut));
      assertThat(FixWriter.recover(sample.root()).problems()).isEmpty();
      assertThat(sample.isOld()).as("cut by %s", cut).isTrue();
      assertThat(SampleSet.leftovers(sample.root())).isEmpty();
    }
  }

  @Test
  void aFileChangedSinceTheKillIsLeftAndTheOthersAreRestored() throws IOException {
    SampleSet sample = sample("edited", 7);
    FixWriter writer = new FixWriter(sample.root(), secondMoveKills());
    assertThatThrownBy(() -> writer.write(List.of(sample.changes()))).isInstanceOf(Kill.class);
    Path edited = sample.root().resolve(sample.name(4));
    Files.writeString(edited, "by hand");
    Recovery recovery = FixWriter.recover(sample.root());
    assertThat(recovery.left()).containsExactly(sample.name(4));
    assertThat(recovery.restored()).containsExactlyInAnyOrder(sample.name(0), sample.name(1));
    assertThat(recovery.line())
        .contains("left as changed since " + sample.name(4))
        .doesNotContain("\n");
    assertThat(edited).hasContent("by hand");
    Files.writeString(edited, sample.oldText() + 4);
    assertThat(sample.isOld()).isTrue();
    assertThat(SampleSet.leftovers(sample.root())).isEmpty();
  }

  private static Steps secondMoveKills() {
    List<Step> moves = new ArrayList<>();
    return (step, path) -> {
      if (step == Step.FILE_MOVED) {
        moves.add(step);
        if (moves.size() == 2) {
          throw new Kill();
        }
      }
    };
  }
}
