package dev.plimsoll.model.compose;

/** What a file set is started for; rules about production say nothing of an unknown one. */
public enum ComposeRole {
  PRODUCTION,
  DEVELOPMENT,
  BUILD,
  TEST,
  UNKNOWN
}
