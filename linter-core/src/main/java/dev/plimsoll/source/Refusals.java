package dev.plimsoll.source;

import dev.plimsoll.source.Workspace.Kind;

/** What completes "cannot be read: …", the same in every workspace. */
final class Refusals {

  private Refusals() {}

  static String of(Kind kind) {
    return switch (kind) {
      case ABSENT -> "no such file";
      case DIRECTORY -> "it is a folder";
      case UNREADABLE_LINK -> "the link leads out of the tree, to nothing, or back to itself";
      case SPECIAL -> "it is a FIFO, a socket or a device";
      case FILE -> "it is a file, not a folder";
    };
  }
}
