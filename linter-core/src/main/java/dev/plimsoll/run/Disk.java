package dev.plimsoll.run;

import dev.plimsoll.run.Steps.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;

/** Single file operations, each told to {@link Steps}; none of them ever follows a link. */
record Disk(Steps steps) {

  /** Writes a file that must not exist; when this returns its bytes are on the disk. */
  void stage(Path staged, byte[] bytes, FileLook look) throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(staged, options, FileLook.ownerOnly(staged))) {
      steps.done(Step.STAGE_CREATED, staged);
      writeFully(channel, bytes);
      look.apply(staged);
      steps.done(Step.STAGE_WRITTEN, staged);
      channel.force(true);
    }
    steps.done(Step.STAGE_SYNCED, staged);
  }

  static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /**
   * Gives a file a second name, so that moving another over the first loses nothing of it, not even
   * its owner; a copy where the file system has no such names.
   */
  void backUp(Path file, Path backup) throws IOException {
    try {
      Files.createLink(backup, file);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      stage(backup, Files.readAllBytes(file), FileLook.of(file));
    }
    steps.done(Step.BACKUP_MADE, backup);
  }

  void replace(Path staged, Path target) throws IOException {
    Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    steps.done(Step.FILE_MOVED, target);
  }

  /** Gives a staged file its name only if nothing has that name. */
  void create(Path staged, Path target) throws IOException {
    try {
      Files.createLink(target, staged);
      steps.done(Step.FILE_LINKED, target);
      Files.delete(staged);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    }
    steps.done(Step.FILE_MOVED, target);
  }

  void restore(Path backup, Path target) throws IOException {
    Files.move(backup, target, StandardCopyOption.ATOMIC_MOVE);
    steps.done(Step.FILE_RESTORED, target);
  }

  void uncreate(Path target) throws IOException {
    Files.delete(target);
    steps.done(Step.FILE_RESTORED, target);
  }

  void removeTemporary(Path path) throws IOException {
    if (Files.deleteIfExists(path)) {
      steps.done(Step.TEMPORARY_REMOVED, path);
    }
  }

  /** Where a directory cannot be opened for this, as on Windows, the system sees to it itself. */
  void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
    steps.done(Step.DIRECTORY_SYNCED, directory);
  }
}
