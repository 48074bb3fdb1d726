package dev.plimsoll.rule;

/** What a rule guards. */
public enum Category {
  SECURITY("security"),
  CORRECTNESS("correctness"),
  RELIABILITY("reliability"),
  PERFORMANCE("performance"),
  MAINTAINABILITY("maintainability"),
  STYLE("style");

  private final String id;

  Category(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
