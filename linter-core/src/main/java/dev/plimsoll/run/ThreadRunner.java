package dev.plimsoll.run;

import dev.plimsoll.engine.TaskRunner;
import dev.plimsoll.engine.WatchedTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks on daemon threads and watches them: a rule that shows no sign of life is abandoned on
 * its thread, which dies with the process, and its file is judged again without it.
 */
public final class ThreadRunner implements TaskRunner {

  /** Without a sign of life for so long a rule is given up; real ones need milliseconds. */
  public static final long DEFAULT_PATIENCE_MILLIS = 20_000;

  private final int jobs;
  private final long patienceNanos;

  /**
   * A runner.
   *
   * @param jobs how many threads at most, at least 1
   */
  public ThreadRunner(int jobs, long patienceMillis) {
    this.jobs = Math.max(1, jobs);
    this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
  }

  @Override
  public List<WatchedTask> run(List<WatchedTask> tasks) {
    return tasks.isEmpty() ? tasks : new Batch(tasks).run();
  }

  /** One call's tasks, the threads that work on them, and what each thread was last seen doing. */
  private final class Batch {
    private final WatchedTask[] tasks;
    private final boolean[] done;
    private final List<Worker> workers = new ArrayList<>();
    private int next;
    private int open;

    Batch(List<WatchedTask> given) {
      this.tasks = given.toArray(new WatchedTask[0]);
      this.done = new boolean[tasks.length];
      this.open = tasks.length;
    }

    List<WatchedTask> run() {
      for (int i = 0; i < Math.min(jobs, tasks.length); i++) {
        workers.add(start(-1));
      }
      boolean interrupted = false;
      synchronized (this) {
        while (open > 0) {
          try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, patienceNanos / 4));
          } catch (InterruptedException e) {
            interrupted = true; // finish: a half-done analysis is of no use to anyone
          }
          giveUpStuckOnes();
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return Arrays.asList(tasks);
    }

    private Worker start(int first) {
      Worker worker = new Worker(this, first);
      worker.setDaemon(true);
      worker.start();
      return worker;
    }

    /** The index of a task that nobody works on, or -1. */
    synchronized int claim() {
      return next < tasks.length ? next++ : -1;
    }

    synchronized WatchedTask task(int index) {
      return tasks[index];
    }

    /** Counts a task as done unless it was replaced meanwhile. */
    synchronized void finished(int index, WatchedTask task) {
      if (tasks[index] == task && !done[index]) {
        done[index] = true;
        open--;
        if (open == 0) {
          notifyAll();
        }
      }
    }

    private void giveUpStuckOnes() {
      long now = System.nanoTime();
      for (int i = 0; i < workers.size(); i++) {
        Worker worker = workers.get(i);
        int index = worker.index;
        if (index >= 0 && !done[index] && worker.isStuck(tasks[index], now)) {
          worker.abandoned = true;
          tasks[index] = tasks[index].withoutStuckRule();
          workers.set(i, start(index));
        }
      }
    }
  }

  private final class Worker extends Thread {
    private final Batch batch;
    private volatile int index;
    private volatile boolean abandoned;
    private int seenIndex = -1;
    private int seenBeats;
    private long seenAt;

    Worker(Batch batch, int first) {
      super("plimsoll-worker");
      this.batch = batch;
      this.index = first;
    }

    @Override
    public void run() {
      if (index < 0) {
        index = batch.claim();
      }
      while (index >= 0) {
        WatchedTask task = batch.task(index);
        task.run();
        if (abandoned) {
          return;
        }
        batch.finished(index, task);
        index = batch.claim();
      }
    }

    /** Whether nothing has moved for as long as the runner's patience lasts. */
    boolean isStuck(WatchedTask task, long now) {
      if (seenIndex != index || seenBeats != task.beats()) {
        seenIndex = index;
        seenBeats = task.beats();
        seenAt = now;
        return false;
      }
      return now - seenAt > patienceNanos;
    }
  }
}
