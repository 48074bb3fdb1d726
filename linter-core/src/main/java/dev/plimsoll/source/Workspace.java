package dev.plimsoll.source;

import java.io.IOException;
import java.util.List;

/**
 * The only way to read a file. Names are {@code /}-separated strings from the root, never beginning
 * with {@code /} and without {@code .} or {@code ..} segments; the root itself is the empty name.
 */
public interface Workspace {

  /** What a name stands for, after links within the root were followed. */
  enum Kind {
    FILE,
    DIRECTORY,
    /** Nothing has this name. */
    ABSENT,
    /** A link whose target lies outside the root, is missing, or leads back to itself. */
    UNREADABLE_LINK,
    /** A FIFO, a socket, a device: reading it may never end. */
    SPECIAL
  }

  /** The permission bits where a file system has none, and of a new file that names none. */
  int DEFAULT_MODE = 0644;

  Kind kind(String name);

  /**
   * The names of a directory's entries, the last segments alone, sorted by code unit.
   *
   * @throws IOException if it is no directory or cannot be listed
   */
  List<String> list(String directory) throws IOException;

  /**
   * The file's bytes.
   *
   * @throws IOException if it is no readable file; the message completes "cannot be read: …"
   */
  SourceFile read(String name) throws IOException;

  /** Its size in bytes, or 0 where it is no file. */
  long size(String name);

  /** The POSIX permission bits, such as 0755; 0644 where the file system has none. */
  int mode(String name);

  /** The name with every link in it resolved, so that one file has one name. */
  String canonical(String name);
}
