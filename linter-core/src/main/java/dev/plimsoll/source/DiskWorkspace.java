package dev.plimsoll.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The files below a folder of this machine. A link is followed only as long as it stays below that
 * folder; what is no plain file is never opened.
 */
public final class DiskWorkspace implements Workspace {

  /** More than any text we read; it keeps a file that never ends from filling the memory. */
  static final int MOST_BYTES = 64 << 20;

  private final Path root;

  private DiskWorkspace(Path root) {
    this.root = root;
  }

  /**
   * @throws IOException if the root is missing or cannot be reached
   */
  public static DiskWorkspace at(Path root) throws IOException {
    return new DiskWorkspace(root.toRealPath());
  }

  /** Where it lies, with all links resolved. */
  public Path root() {
    return root;
  }

  @Override
  public Kind kind(String name) {
    Optional<Path> path = path(name);
    if (path.isEmpty() || !Files.exists(path.get(), LinkOption.NOFOLLOW_LINKS)) {
      return Kind.ABSENT;
    }
    Optional<Path> real = real(path.get());
    return real.isEmpty() ? Kind.UNREADABLE_LINK : kindOf(real.get());
  }

  private static Kind kindOf(Path real) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        return Kind.DIRECTORY;
      }
      return attributes.isRegularFile() ? Kind.FILE : Kind.SPECIAL;
    } catch (IOException e) {
      return Kind.ABSENT; // gone since it was resolved
    }
  }

  @Override
  public List<String> list(String directory) throws IOException {
    Path real = reach(directory, Kind.DIRECTORY);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(real)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw explained(e);
    }
    Collections.sort(names);
    return names;
  }

  @Override
  public SourceFile read(String name) throws IOException {
    Path real = reach(name, Kind.FILE);
    byte[] bytes;
    // Without following links: what was a file a moment ago must not lead elsewhere now.
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      bytes = read(in, Files.size(real));
    } catch (IOException e) {
      throw explained(e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException("it is larger than 64 MB");
    }
    return new SourceFile(name, bytes);
  }

  /** All that comes, up to one byte more than is allowed; a size is only what was true before. */
  private static byte[] read(InputStream in, long size) throws IOException {
    byte[] expected = new byte[(int) Math.min(size, MOST_BYTES)];
    int length = in.readNBytes(expected, 0, expected.length);
    if (length < expected.length) {
      return Arrays.copyOf(expected, length);
    }
    byte[] more = in.readNBytes(MOST_BYTES + 1 - length);
    byte[] all = more.length == 0 ? expected : Arrays.copyOf(expected, length + more.length);
    System.arraycopy(more, 0, all, length, more.length);
    return all;
  }

  private Path reach(String name, Kind wanted) throws IOException {
    Kind kind = kind(name);
    Optional<Path> real = real(name);
    if (kind != wanted || real.isEmpty()) {
      throw new IOException(Refusals.of(kind));
    }
    return real.get();
  }

  /** The reason in our words: those of the system name absolute paths. */
  static IOException explained(Exception e) {
    Throwable cause = e instanceof IOException || e.getCause() == null ? e : e.getCause();
    if (cause instanceof AccessDeniedException) {
      return new IOException("permission denied", e);
    }
    if (cause instanceof NoSuchFileException) {
      return new IOException("it vanished while it was read", e);
    }
    return new IOException("the system refused (" + cause.getClass().getSimpleName() + ")", e);
  }

  @Override
  public long size(String name) {
    Optional<Path> real = real(name);
    try {
      return real.isEmpty() || kindOf(real.get()) != Kind.FILE ? 0 : Files.size(real.get());
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public int mode(String name) {
    Optional<Path> real = real(name);
    if (real.isEmpty()) {
      return DEFAULT_MODE;
    }
    try {
      return bits(Files.readAttributes(real.get(), PosixFileAttributes.class));
    } catch (IOException | UnsupportedOperationException e) {
      return DEFAULT_MODE;
    }
  }

  private static int bits(PosixFileAttributes attributes) {
    int mode = 0;
    for (PosixFilePermission permission : attributes.permissions()) {
      mode |=
          switch (permission) {
            case OWNER_READ -> 0400;
            case OWNER_WRITE -> 0200;
            case OWNER_EXECUTE -> 0100;
            case GROUP_READ -> 0040;
            case GROUP_WRITE -> 0020;
            case GROUP_EXECUTE -> 0010;
            case OTHERS_READ -> 0004;
            case OTHERS_WRITE -> 0002;
            case OTHERS_EXECUTE -> 0001;
          };
    }
    return mode;
  }

  /** Where the name itself leads nowhere, its folder is still resolved. */
  @Override
  public String canonical(String name) {
    String missing = "";
    String known = name;
    while (!known.isEmpty()) {
      Optional<Path> real = real(known);
      if (real.isPresent()) {
        return name(real.get()) + missing;
      }
      int slash = known.lastIndexOf('/');
      missing = known.substring(Math.max(slash, 0)) + missing;
      known = slash < 0 ? "" : known.substring(0, slash);
    }
    return name;
  }

  private String name(Path real) {
    return root.relativize(real).toString().replace(root.getFileSystem().getSeparator(), "/");
  }

  /** The path that a name stands for; none where it stands for nothing below the root. */
  private Optional<Path> path(String name) {
    try {
      Path path = root.resolve(name).normalize();
      return path.startsWith(root) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> real(String name) {
    Optional<Path> path = path(name);
    return path.isEmpty() ? path : real(path.get());
  }

  /** The path without links; none where they lead out of the root, to nothing or to themselves. */
  private Optional<Path> real(Path path) {
    try {
      Path real = path.toRealPath();
      return real.startsWith(root) ? Optional.of(real) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
