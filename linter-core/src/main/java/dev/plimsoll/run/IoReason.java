package dev.plimsoll.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the operating system said, in words for a user; never a path of this machine. */
final class IoReason {

  private IoReason() {}

  static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "it is gone";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "something of this name exists";
    }
    if (failure instanceof NotDirectoryException) {
      return "not a directory";
    }
    String message =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return message == null || message.isEmpty() ? failure.getClass().getSimpleName() : message;
  }
}
