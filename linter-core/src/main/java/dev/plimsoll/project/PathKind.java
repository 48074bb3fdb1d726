package dev.plimsoll.project;

/** What a path names. */
public enum PathKind {
  FILE,
  FOLDER,
  ABSENT
}
