package dev.plimsoll.parse.shell.tree;

/** Which shell's grammar a script is read with. */
public enum Dialect {
  /** POSIX sh, as dash takes it. */
  POSIX,
  /** bash; a superset of what busybox ash, ksh and zsh share with it. */
  BASH
}
