package dev.plimsoll.run;

import java.io.IOException;

/** A write that must not happen; the message names the file and is meant for the user. */
final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
