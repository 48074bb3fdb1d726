package dev.plimsoll.cli;

/** Exit statuses, the same in every format; where several apply the highest but USAGE wins. */
enum ExitCode {
  CLEAN(0),
  /** Findings at or above {@code --fail-on}. */
  FINDINGS(1),
  /** Bad usage, bad configuration, or a named path that cannot be read. */
  USAGE(2),
  /** A rule failed, or a required tool is missing. */
  TOOL_FAILURE(3);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
