package dev.plimsoll.rule;

/** How sure a rule is, the surest first; a single finding may only lower it. */
public enum Confidence {
  HIGH("high"),
  MEDIUM("medium"),
  LOW("low");

  private final String id;

  Confidence(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** The less sure of the two. */
  public Confidence atMost(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
