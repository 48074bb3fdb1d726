package dev.plimsoll.cli;

/**
 * The command line cannot be followed; the message says what is wrong with it and what would do.
 */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
