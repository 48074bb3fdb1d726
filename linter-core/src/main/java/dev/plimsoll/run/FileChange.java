package dev.plimsoll.run;

import dev.plimsoll.fix.NewFile;
import dev.plimsoll.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One file as it shall be: a file that was read, with other bytes, or one that is new. */
public final class FileChange {

  private final String name;
  private final Optional<String> expectedHash;
  private final int mode;
  private final byte[] bytes;

  private FileChange(String name, Optional<String> expectedHash, int mode, byte[] bytes) {
    this.name = name;
    this.expectedHash = expectedHash;
    this.mode = mode;
    this.bytes = bytes;
  }

  /**
   * Other bytes for a file, which must still be what was read. Takes the array over.
   *
   * @param expectedHash {@link SourceFile#hash} of what was read
   */
  public static FileChange replace(String name, String expectedHash, byte[] bytes) {
    return new FileChange(name, Optional.of(expectedHash), 0, bytes);
  }

  /** A file that must not exist yet. */
  public static FileChange create(NewFile file) {
    byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
    return new FileChange(file.name(), Optional.empty(), file.mode(), bytes);
  }

  public String name() {
    return name;
  }

  /** The SHA-256 of what was read; empty for a new file. */
  Optional<String> expectedHash() {
    return expectedHash;
  }

  /** The permission bits of a new file. */
  int mode() {
    return mode;
  }

  byte[] bytes() {
    return bytes;
  }

  String newHash() {
    return SourceFile.hash(bytes);
  }
}
