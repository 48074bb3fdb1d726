package dev.plimsoll.engine;

import java.util.List;

/** Runs tasks, on however many threads; the results do not depend on it. */
public interface TaskRunner {

  /** One after the other, on the caller's thread; a task that is stuck is never given up. */
  TaskRunner DIRECT =
      new TaskRunner() {
        @Override
        public List<WatchedTask> run(List<WatchedTask> tasks) {
          for (WatchedTask task : tasks) {
            task.run();
          }
          return tasks;
        }
      };

  /** The tasks that came to their end, in the order given: one that was stuck is replaced. */
  List<WatchedTask> run(List<WatchedTask> tasks);
}
