package dev.plimsoll.text;

/** What a rule speaks about: the first part of its id, and the folder of its page. */
public enum Language {
  DOCKERFILE("dockerfile"),
  SHELL("shell"),
  COMPOSE("compose"),
  TERRAFORM("terraform"),
  OPENAPI("openapi"),
  /** The engine's own findings, about ignores and configuration. */
  PLIMSOLL("plimsoll");

  private final String id;

  Language(String id) {
    this.id = id;
  }

  /** Lower case, as it stands in rule ids. */
  public String id() {
    return id;
  }
}
