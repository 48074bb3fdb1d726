package dev.plimsoll.report;

/** What was done with the fixes. */
public enum FixMode {
  /** Nothing: they are offered. */
  CHECK,
  /** They were written to the files. */
  WRITE,
  /** They are shown as a patch; no file was touched. */
  DIFF
}
