package dev.plimsoll.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes sets of files under one root, each set whole or not at all, whenever the process is
 * stopped.
 *
 * <p>The protocol, for all sets of a call together:
 *
 * <ol>
 *   <li>Each file is hashed again; a set with one that is not what was read is refused.
 *   <li>The journal {@code .plimsoll-journal} is created in the root and locked, and the plan is
 *       written to it: names, hashes before and after, folders to make.
 *   <li>Each new text is staged beside its file, complete, with its mode, and synced; each file
 *       that will be replaced gets a second name.
 *   <li><b>The commit:</b> a line in the journal, synced, names the sets that are staged. A run
 *       that is stopped before it has changed nothing, and the next one removes what lies about. A
 *       run that is stopped after it is finished by the next one, from the staged files, or
 *       restored where somebody changed a file in between.
 *   <li>Each file is hashed a last time and the staged one moved onto it; a set of which one move
 *       fails is taken back.
 *   <li>A line says that all sets are whole; then everything temporary goes, the journal last.
 * </ol>
 *
 * <p>A replaced file keeps its mode, and its owner and group where the user may set them. A link
 * inside the root stays, and what it leads to is written; one that leads out of the root is never
 * followed. Of a file with several hard links only the named one changes, as with {@code git
 * checkout}: another could lie anywhere.
 *
 * <p>Two runs in one root exclude each other by the journal's lock, which ends with its process;
 * the later one is refused. Runs with nested roots have only the hashes to keep them apart. That a
 * program changes a file between the last hash and its move, microseconds later, is not noticed.
 *
 * <p>A journal that a repository brought along is never replayed: see {@link JournalFile}. Names in
 * a journal must lie inside the root with no link on the way and outside of {@code .git}, what is
 * moved must have the hash that the plan tells, and the temporary files' names are computed, never
 * read.
 */
public final class FixWriter {

  private static final long PATIENCE = 10; // seconds; only a dead disk takes as long

  private final Path root;
  private final Steps steps;
  private final ReentrantLock writing = new ReentrantLock();
  private final List<SetResult> results = new ArrayList<>();
  private volatile boolean interrupted;

  public FixWriter(Path root) {
    this(root, (step, path) -> {});
  }

  FixWriter(Path root, Steps steps) {
    this.root = root;
    this.steps = steps;
  }

  /** Writes each set or refuses it, independently of the others; one result for each, in order. */
  public List<SetResult> write(List<List<FileChange>> sets) {
    writing.lock();
    try {
      List<SetResult> written = new WriteRun(sets, steps, () -> interrupted).write(root);
      results.addAll(written);
      return written;
    } finally {
      writing.unlock();
    }
  }

  /**
   * For a shutdown hook: lets the set that is being moved end, takes back those that are not begun,
   * and only then returns, with one line that says which files are written.
   */
  public String interrupt() {
    interrupted = true;
    try {
      if (!writing.tryLock(PATIENCE, TimeUnit.SECONDS)) {
        return "interrupted while writing; the next run finishes or restores it";
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted while writing; the next run finishes or restores it";
    }
    try {
      List<String> written = new ArrayList<>();
      for (SetResult result : results) {
        if (result.isWritten()) {
          written.addAll(result.files());
        }
      }
      return written.isEmpty()
          ? "interrupted: nothing was written"
          : "interrupted: written whole: " + String.join(", ", written) + "; nothing else";
    } finally {
      writing.unlock();
    }
  }

  /**
   * Finishes or restores what a stopped run left in this root; costs one look where there is
   * nothing. Call it before the files are read.
   */
  public static Recovery recover(Path root) {
    return JournalFile.exists(root) ? recover(root, (step, path) -> {}) : Recovery.nothing();
  }

  static Recovery recover(Path root, Steps steps) {
    try {
      return Replay.of(root.toRealPath(), steps);
    } catch (IOException e) {
      return Recovery.problem(
          e instanceof RefusedException
              ? IoReason.of(e)
              : JournalFile.NAME + ": cannot be read: " + IoReason.of(e));
    }
  }
}
