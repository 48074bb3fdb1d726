package dev.plimsoll.policy.path;

/** A text that is no JSONPath. */
public final class PathSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;

  PathSyntaxException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  /** Where in the text. */
  public int offset() {
    return offset;
  }

  /** What is wrong there. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
