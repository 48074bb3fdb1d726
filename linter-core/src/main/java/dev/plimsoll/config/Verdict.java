package dev.plimsoll.config;

/** What one layer of the configuration says about a rule. */
enum Verdict {
  ON,
  OFF,
  /** Not among those that the layer's {@code select} lists. */
  LEFT_OUT,
  SILENT
}
