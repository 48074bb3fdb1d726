package dev.plimsoll.rule;

import java.util.Optional;

/** How bad a finding is, the worst first; one per rule. */
public enum Severity {
  /** Will break, or an open door. */
  ERROR("error"),
  WARNING("warning"),
  INFO("info"),
  STYLE("style");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  /** As it stands in configuration and reports. */
  public String id() {
    return id;
  }

  public boolean isAtLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  public static Optional<Severity> of(String id) {
    for (Severity severity : values()) {
      if (severity.id.equals(id)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
