package dev.plimsoll.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The mode a file shall have, and whose it shall be; nothing where the file system knows neither.
 *
 * @param like the file whose owner and group it takes, where the user may give files away
 */
record FileLook(Set<PosixFilePermission> permissions, Optional<PosixFileAttributes> like) {

  private static final PosixFilePermission[] BITS = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  static FileLook of(Path file) throws IOException {
    Optional<PosixFileAttributeView> view = view(file);
    if (view.isEmpty()) {
      return new FileLook(Set.of(), Optional.empty());
    }
    PosixFileAttributes attributes = view.get().readAttributes();
    return new FileLook(attributes.permissions(), Optional.of(attributes));
  }

  static FileLook mode(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < BITS.length; bit++) {
      if ((mode >> bit & 1) == 1) {
        permissions.add(BITS[bit]);
      }
    }
    return new FileLook(permissions, Optional.empty());
  }

  /** For a file to be made: nobody but its owner may open it. */
  static FileAttribute<?>[] ownerOnly(Path file) {
    Set<PosixFilePermission> owner =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    return view(file).isPresent()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
        : new FileAttribute<?>[0];
  }

  /** Without following a link. */
  static Optional<PosixFileAttributeView> view(Path file) {
    return Optional.ofNullable(
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
  }

  void apply(Path file) throws IOException {
    Optional<PosixFileAttributeView> view = view(file);
    if (view.isEmpty()) {
      return;
    }
    if (like.isPresent()) {
      give(view.get(), like.get());
    }
    view.get().setPermissions(permissions);
  }

  private static void give(PosixFileAttributeView file, PosixFileAttributes like)
      throws IOException {
    PosixFileAttributes now = file.readAttributes();
    try {
      if (!now.group().equals(like.group())) {
        file.setGroup(like.group());
      }
      if (!now.owner().equals(like.owner())) {
        file.setOwner(like.owner());
      }
    } catch (IOException e) {
      return; // only the superuser may give a file away; the writer owns it then, as with an editor
    }
  }
}
