package dev.plimsoll.report;

/** Whether reports hold the findings that a comment hides; they never count. */
public enum Suppressed {
  HIDDEN,
  SHOWN
}
