package dev.plimsoll.run;

import dev.plimsoll.run.Steps.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finishes or restores what the journal of a stopped run tells of. */
final class Replay {

  private static final String NOT_OURS =
      JournalFile.NAME + " was not written by a run in this folder; nothing was done; remove it";

  private final JournalFile journal;
  private final Disk disk;
  private final List<String> finished = new ArrayList<>();
  private final List<String> restored = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Replay(JournalFile journal, Steps steps) {
    this.journal = journal;
    this.disk = new Disk(steps);
  }

  static Recovery of(Path root, Steps steps) throws IOException {
    Optional<JournalFile> opened = JournalFile.open(root, steps);
    if (opened.isEmpty()) {
      return Recovery.nothing(); // its run is alive and does this itself
    }
    try (JournalFile journal = opened.get()) {
      return new Replay(journal, steps).run(root);
    }
  }

  private Recovery run(Path root) throws IOException {
    String text = journal.read();
    if (JournalText.isTorn(text)) {
      journal.remove();
      return Recovery.nothing();
    }
    Optional<Plan> parsed = JournalText.parse(text);
    if (parsed.isEmpty() || !parsed.get().id().matches("[0-9a-f]{16}")) {
      return Recovery.problem(NOT_OURS);
    }
    Plan plan = parsed.get();
    SetMover mover = new SetMover(new Layout(Places.in(root), plan.id()), disk);
    if (!journal.hasKey() ? hasTemporaries(mover, plan) : !journal.keyTime().equals(plan.key())) {
      return Recovery.problem(NOT_OURS);
    }
    if (journal.hasKey() && !plan.done()) {
      settle(mover, plan, text);
    }
    if (problems.isEmpty()) {
      tidy(mover, plan);
    }
    return new Recovery(finished, restored, left, problems);
  }

  /** The key goes last but one: where it is gone, so is all that the journal could move. */
  private static boolean hasTemporaries(SetMover mover, Plan plan) {
    try {
      for (PlannedSet set : plan.sets()) {
        if (mover.hasTemporaries(set)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private void settle(SetMover mover, Plan plan, String text) throws IOException {
    for (int number = 0; number < plan.sets().size(); number++) {
      if (plan.committed().contains(number)) {
        settle(mover, plan.sets().get(number));
      }
    }
    if (problems.isEmpty()) {
      mover.sync(plan.sets());
      String whole = text.endsWith("\n") ? "" : "\n"; // a commit may be torn
      journal.append(whole + JournalText.done(text + whole), Step.DONE_WRITTEN, Step.DONE_SYNCED);
    }
  }

  private void settle(SetMover mover, PlannedSet set) {
    String reason = "";
    try {
      if (mover.obstacle(set).isEmpty()) {
        mover.finish(set);
        finished.addAll(set.names());
        return;
      }
    } catch (IOException e) {
      reason = IoReason.of(e) + "; ";
    }
    SetMover.Undone undone = mover.undo(set);
    restored.addAll(undone.restored());
    left.addAll(undone.foreign());
    for (String name : undone.stuck()) {
      problems.add(
          reason + name + ": cannot be restored; to leave it so, remove " + JournalFile.NAME);
    }
  }

  private void tidy(SetMover mover, Plan plan) {
    try {
      for (PlannedSet set : plan.sets()) {
        mover.tidy(set);
      }
      journal.remove();
    } catch (IOException e) {
      problems.add(JournalFile.NAME + ": cannot be tidied: " + IoReason.of(e));
    }
  }
}
