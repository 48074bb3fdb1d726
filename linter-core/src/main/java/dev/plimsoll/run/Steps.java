package dev.plimsoll.run;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Told of each step of a write once it is done. An {@link IOException} from here counts as the
 * step's own failure; an {@link Error} ends the write at once, as a kill would: nothing is tidied.
 */
interface Steps {

  /** In the order of a write that succeeds. */
  enum Step {
    JOURNAL_CREATED,
    KEY_CREATED,
    PLAN_WRITTEN,
    PLAN_SYNCED,
    DIRECTORY_CREATED,
    STAGE_CREATED,
    STAGE_WRITTEN,
    STAGE_SYNCED,
    BACKUP_MADE,
    DIRECTORY_SYNCED,
    COMMIT_WRITTEN,
    COMMIT_SYNCED,
    FILE_LINKED,
    FILE_MOVED,
    FILE_RESTORED,
    DONE_WRITTEN,
    DONE_SYNCED,
    TEMPORARY_REMOVED,
    KEY_REMOVED,
    JOURNAL_REMOVED
  }

  void done(Step step, Path path) throws IOException;
}
