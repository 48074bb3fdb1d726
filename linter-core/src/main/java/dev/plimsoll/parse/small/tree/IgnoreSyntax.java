package dev.plimsoll.parse.small.tree;

/** Whose ignore file it is: both look alike and mean different things. */
public enum IgnoreSyntax {
  /** {@code .gitignore} and {@code .git/info/exclude}, as git's wildmatch reads them. */
  GIT,
  /** {@code .dockerignore}, as BuildKit reads it through moby's patternmatcher. */
  DOCKER
}
