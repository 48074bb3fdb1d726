package dev.plimsoll.source;

import dev.plimsoll.text.SourceText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file as it was read: its name in the workspace and its bytes. */
public final class SourceFile {

  private final String name;
  private final byte[] bytes;

  /** Takes the array over: nobody else may write to it. */
  public SourceFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  public String name() {
    return name;
  }

  public int size() {
    return bytes.length;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public SourceText text() {
    return SourceText.decode(name, bytes);
  }

  /** The offset of the first NUL byte, or -1: a file with one is no text. */
  public int firstNul() {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * SHA-256 of the bytes, in lower-case hexadecimal: what a file must still be before it is
   * written.
   */
  public String hash() {
    return hash(bytes);
  }

  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
