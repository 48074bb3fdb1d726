package dev.plimsoll.run;

import dev.plimsoll.run.PlannedSet.Entry;
import dev.plimsoll.run.Steps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** One write of several sets under one journal; {@link FixWriter} tells the protocol. */
final class WriteRun {

  private static final String STOPPED = "interrupted before it was written";

  private final List<List<FileChange>> sets;
  private final Steps steps;
  private final Disk disk;
  private final BooleanSupplier stopped;
  private final Map<Integer, String> refusals = new TreeMap<>(); // by the caller's index

  WriteRun(List<List<FileChange>> sets, Steps steps, BooleanSupplier stopped) {
    this.sets = sets;
    this.steps = steps;
    this.disk = new Disk(steps);
    this.stopped = stopped;
  }

  List<SetResult> write(Path root) {
    try {
      Places places = Places.in(root);
      List<CheckedSet> checked = check(places);
      if (hasEntries(checked)) {
        writeChecked(places, checked);
      }
    } catch (IOException e) {
      refuseAll(IoReason.of(e));
    }
    List<SetResult> results = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      List<String> names = new ArrayList<>();
      for (FileChange change : sets.get(i)) {
        names.add(change.name());
      }
      results.add(new SetResult(names, Optional.ofNullable(refusals.get(i))));
    }
    return results;
  }

  private void refuseAll(String reason) {
    for (int i = 0; i < sets.size(); i++) {
      refusals.putIfAbsent(i, reason);
    }
  }

  private List<CheckedSet> check(Places places) {
    SetChecker checker = new SetChecker(places);
    List<CheckedSet> checked = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      try {
        checked.add(checker.check(i, sets.get(i)));
      } catch (RefusedException e) {
        refusals.put(i, IoReason.of(e));
      }
    }
    return checked;
  }

  private static boolean hasEntries(List<CheckedSet> checked) {
    for (CheckedSet set : checked) {
      if (!set.planned().entries().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void writeChecked(Places places, List<CheckedSet> checked) throws IOException {
    JournalFile opened;
    try {
      opened = JournalFile.create(places.root(), steps);
    } catch (RefusedException e) {
      throw e;
    } catch (IOException e) {
      throw new RefusedException(
          JournalFile.NAME + ": cannot be written in the root folder: " + IoReason.of(e));
    }
    try (JournalFile journal = opened) {
      String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
      String id = "0".repeat(16 - random.length()) + random;
      SetMover mover = new SetMover(new Layout(places, id), disk);
      Set<Integer> committed = prepare(journal, new Layout(places, id), checked);
      boolean clean = true;
      for (int number = 0; number < checked.size(); number++) {
        CheckedSet set = checked.get(number);
        clean &=
            committed.contains(number)
                ? finish(mover, set)
                : mover.undo(set.planned()).stuck().isEmpty();
      }
      if (clean) {
        end(journal, mover, checked);
      }
    }
  }

  /** Everything up to the commit; what fails before it has moved nothing. */
  private Set<Integer> prepare(JournalFile journal, Layout layout, List<CheckedSet> checked) {
    Set<Integer> staged = new TreeSet<>();
    try {
      List<PlannedSet> planned = planned(checked);
      String plan = JournalText.plan(Plan.of(layout.id(), journal.keyTime(), planned));
      journal.append(plan, Step.PLAN_WRITTEN, Step.PLAN_SYNCED);
      disk.sync(layout.places().root());
      for (int number = 0; number < checked.size(); number++) {
        if (stage(layout, checked.get(number))) {
          staged.add(number);
        }
      }
      new SetMover(layout, disk).sync(planned);
      String commit = JournalText.commit(plan, staged);
      journal.append(commit, Step.COMMIT_WRITTEN, Step.COMMIT_SYNCED);
      return staged;
    } catch (IOException e) {
      refuseAll(JournalFile.NAME + ": cannot be written: " + IoReason.of(e));
      return Set.of();
    }
  }

  private static List<PlannedSet> planned(List<CheckedSet> checked) {
    List<PlannedSet> planned = new ArrayList<>();
    for (CheckedSet set : checked) {
      planned.add(set.planned());
    }
    return planned;
  }

  private boolean stage(Layout layout, CheckedSet set) {
    if (stopped.getAsBoolean()) {
      refusals.put(set.index(), STOPPED);
      return false;
    }
    String name = "";
    try {
      for (String directory : set.planned().directories()) {
        name = directory;
        Path path = layout.places().exact(directory);
        if (!Files.isDirectory(path)) { // another set may have made it
          Files.createDirectory(path);
          steps.done(Step.DIRECTORY_CREATED, path);
        }
      }
      for (int i = 0; i < set.changes().size(); i++) {
        name = set.changes().get(i).name();
        stage(layout, set.planned().entries().get(i), set.changes().get(i));
      }
      return true;
    } catch (IOException e) {
      refusals.put(set.index(), name + ": cannot be written: " + IoReason.of(e));
      return false;
    }
  }

  private void stage(Layout layout, Entry entry, FileChange change) throws IOException {
    if (entry.oldHash().isEmpty()) {
      disk.stage(layout.staged(entry), change.bytes(), FileLook.mode(change.mode()));
      return;
    }
    Path target = layout.target(entry);
    disk.stage(layout.staged(entry), change.bytes(), FileLook.of(target));
    disk.backUp(target, layout.backup(entry));
  }

  /** False where the set is left half-moved, for the next run to mend. */
  private boolean finish(SetMover mover, CheckedSet set) {
    String reason;
    if (stopped.getAsBoolean()) {
      reason = STOPPED;
    } else {
      try {
        Optional<String> obstacle = mover.obstacle(set.planned());
        if (obstacle.isEmpty()) {
          mover.finish(set.planned());
          return true;
        }
        reason = obstacle.get() + ": changed since it was read; run again";
      } catch (IOException e) {
        reason = IoReason.of(e);
      }
    }
    SetMover.Undone undone = mover.undo(set.planned());
    if (!undone.stuck().isEmpty()) {
      reason += "; not restored yet: " + String.join(", ", undone.stuck()) + "; run again";
    }
    refusals.put(set.index(), reason);
    return undone.stuck().isEmpty();
  }

  /** The sets are whole by now; whatever fails here is tidied by the next run. */
  private static void end(JournalFile journal, SetMover mover, List<CheckedSet> checked) {
    try {
      mover.sync(planned(checked));
      journal.append(JournalText.done(journal.read()), Step.DONE_WRITTEN, Step.DONE_SYNCED);
      for (CheckedSet set : checked) {
        mover.tidy(set.planned());
      }
      journal.remove();
    } catch (IOException e) {
      return;
    }
  }
}
