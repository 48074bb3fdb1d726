package dev.plimsoll.source;

import dev.plimsoll.text.SourceText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

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

  /** Its bytes themselves, to be read alone. */
  byte[] view() {
    return bytes;
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
   * Why this is no text that can be analysed, or nothing: then no byte is NUL, and only UTF-8 is
   * still to be checked ({@link SourceText#malformed}). UTF-16 is told by its byte order mark, or
   * by NULs on one side of each of the first pairs of bytes, as Latin letters have them.
   */
  public Optional<String> whyNotText() {
    if (isUtf16()) {
      return Optional.of("UTF-16 text: BuildKit reads UTF-8");
    }
    int nul = firstNul();
    return nul < 0 ? Optional.empty() : Optional.of("not text (NUL at byte " + nul + ")");
  }

  private boolean isUtf16() {
    if (bytes.length < 2) {
      return false;
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE || hasNulsAt(0) || hasNulsAt(1);
  }

  /** Whether of the first pairs of bytes exactly those on one side are NUL. */
  private boolean hasNulsAt(int side) {
    int pairs = Math.min(bytes.length / 2, 32);
    for (int pair = 0; pair < pairs; pair++) {
      if (bytes[2 * pair + side] != 0 || bytes[2 * pair + 1 - side] == 0) {
        return false;
      }
    }
    return pairs > 1;
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
