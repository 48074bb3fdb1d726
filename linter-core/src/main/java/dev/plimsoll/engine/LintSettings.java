package dev.plimsoll.engine;

import dev.plimsoll.fix.Safety;
import java.time.LocalDate;

/**
 * What a caller wants of one run.
 *
 * @param today for ignores that end at a date; the engine has no clock
 * @param fixes which fixes to apply
 * @param reach which files a fix may edit
 */
public record LintSettings(TaskRunner runner, LocalDate today, Fixes fixes, Reach reach) {

  /** Which fixes are applied. */
  public enum Fixes {
    NONE,
    SAFE,
    SAFE_AND_UNSAFE;

    boolean allows(Safety safety) {
      return switch (safety) {
        case SAFE -> this != NONE;
        case UNSAFE -> this == SAFE_AND_UNSAFE;
        case SHOW, NONE -> false;
      };
    }
  }

  /** Where fixes may write. */
  public enum Reach {
    /** Targets, and new files. */
    TARGETS,
    /** Whatever the fix names. */
    RELATED
  }

  /** The same run, but nothing is fixed. */
  public LintSettings withoutFixes() {
    return new LintSettings(runner, today, Fixes.NONE, reach);
  }
}
