package dev.plimsoll.run;

import dev.plimsoll.run.Steps.Step;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The one journal of a root, created or opened and locked. The lock ends with the process, so a
 * journal that can be locked was left by a run that is no more.
 *
 * <p>A repository could bring a journal along. What it cannot bring is the change time of a file:
 * the system sets it, to the nanosecond, when the file arrives. So an empty key file is made beside
 * the journal, the plan names its change time, and a journal whose key tells another time is not
 * replayed. It must also belong to the user, and to nobody else.
 */
final class JournalFile implements Closeable {

  static final String NAME = ".plimsoll-journal";

  private static final String KEY = NAME + ".key";
  private static final int LIMIT = 64 << 20;

  private final Path path;
  private final Path key;
  private final FileChannel channel;
  private final Steps steps;

  private JournalFile(Path root, FileChannel channel, Steps steps) {
    this.path = root.resolve(NAME);
    this.key = root.resolve(KEY);
    this.channel = channel;
    this.steps = steps;
  }

  static boolean exists(Path root) {
    return Files.exists(root.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
  }

  static JournalFile create(Path root, Steps steps) throws IOException {
    Path path = root.resolve(NAME);
    Set<StandardOpenOption> options =
        EnumSet.of(
            StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileChannel channel;
    try {
      channel = FileChannel.open(path, options, FileLook.ownerOnly(path));
    } catch (FileAlreadyExistsException e) {
      throw new RefusedException(
          NAME + " is there: another run is writing here, or one was stopped; run again");
    }
    JournalFile journal = new JournalFile(root, channel, steps);
    boolean ready = false;
    try {
      journal.begin();
      ready = true;
      return journal;
    } finally {
      if (!ready) {
        channel.close();
      }
    }
  }

  private void begin() throws IOException {
    if (!lock(identity(path))) {
      throw new RefusedException(NAME + ": another run is at it; run again");
    }
    try {
      steps.done(Step.JOURNAL_CREATED, path);
      Files.deleteIfExists(key);
      Files.createFile(key, FileLook.ownerOnly(key));
      steps.done(Step.KEY_CREATED, key);
    } catch (IOException e) {
      Files.deleteIfExists(key);
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Opens what an earlier run left; empty where it is still alive, or has just ended. */
  static Optional<JournalFile> open(Path root, Steps steps) throws IOException {
    Path path = root.resolve(NAME);
    requireOwn(path);
    Optional<Object> identity = identity(path);
    Set<OpenOption> options =
        Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    FileChannel channel = FileChannel.open(path, options);
    JournalFile journal = new JournalFile(root, channel, steps);
    boolean locked = false;
    try {
      locked = journal.lock(identity);
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? Optional.of(journal) : Optional.empty();
  }

  private static void requireOwn(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedException(NAME + " is no file that Plimsoll wrote; remove it");
    }
    Optional<PosixFileAttributeView> view = FileLook.view(path);
    if (view.isEmpty()) {
      return;
    }
    PosixFileAttributes attributes = view.get().readAttributes();
    Optional<String> user = ProcessHandle.current().info().user();
    if (user.isPresent() && !user.get().equals(attributes.owner().getName())) {
      throw new RefusedException(
          NAME + " belongs to " + attributes.owner().getName() + "; run as that user to use it");
    }
    Set<PosixFilePermission> owners =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    if (!owners.containsAll(attributes.permissions())) {
      throw new RefusedException(NAME + " is open to others, so it is not trusted; remove it");
    }
  }

  /** Locks it, if the path still leads to the file that was opened. */
  private boolean lock(Optional<Object> identity) throws IOException {
    try {
      return channel.tryLock() != null && identity.equals(identity(path));
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** What tells a file from a later one of the same name, where the system has such a thing. */
  private static Optional<Object> identity(Path path) throws IOException {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? Optional.ofNullable(
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey())
        : Optional.of("absent");
  }

  boolean hasKey() {
    return Files.isRegularFile(key, LinkOption.NOFOLLOW_LINKS);
  }

  /** The key file's change time, or its birth where the system keeps no change time. */
  String keyTime() throws IOException {
    boolean unix = key.getFileSystem().supportedFileAttributeViews().contains("unix");
    Object time =
        Files.getAttribute(key, unix ? "unix:ctime" : "creationTime", LinkOption.NOFOLLOW_LINKS);
    Instant instant = ((FileTime) time).toInstant();
    return instant.getEpochSecond() + "." + instant.getNano();
  }

  String read() throws IOException {
    long size = channel.size();
    if (size > LIMIT) {
      throw new RefusedException(NAME + " is no journal of Plimsoll's; remove it");
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) size);
    while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {}
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }

  /** Adds a stage; when this returns it is on the disk. */
  void append(String text, Step written, Step synced) throws IOException {
    channel.position(channel.size());
    Disk.writeFully(channel, text.getBytes(StandardCharsets.UTF_8));
    steps.done(written, path);
    channel.force(true);
    steps.done(synced, path);
  }

  /** Ends it; only after nothing is left that it tells of. */
  void remove() throws IOException {
    if (Files.deleteIfExists(key)) {
      steps.done(Step.KEY_REMOVED, key);
    }
    Files.deleteIfExists(path);
    steps.done(Step.JOURNAL_REMOVED, path);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
