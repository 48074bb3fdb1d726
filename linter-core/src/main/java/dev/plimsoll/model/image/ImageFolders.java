package dev.plimsoll.model.image;

import dev.plimsoll.model.image.BaseImage.Family;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the folders that an image brings. Sources: the Filesystem Hierarchy Standard
 * 3.0; base-files of Debian, alpine-baselayout, filesystem of Fedora; the published Dockerfiles of
 * the images named here, which make nothing at the root but what stands in {@link #OWN} and in the
 * table {@code image-folders.tsv}.
 */
public final class ImageFolders {

  /** Folders of any system, which are root's and of mode 0755. */
  private static final Set<String> SYSTEM =
      Set.of(
          "/",
          "/etc",
          "/home",
          "/media",
          "/mnt",
          "/opt",
          "/run",
          "/srv",
          "/usr",
          "/usr/bin",
          "/usr/lib",
          "/usr/local",
          "/usr/local/bin",
          "/usr/local/lib",
          "/usr/local/share",
          "/usr/sbin",
          "/usr/share",
          "/var",
          "/var/cache",
          "/var/lib",
          "/var/log",
          "/var/opt",
          "/var/spool");

  private static final Set<String> STICKY = Set.of("/tmp", "/var/tmp");

  /** Below these an image may have anything that its packages bring. */
  private static final Set<String> PACKAGED =
      Set.of(
          "bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "root", "run",
          "sbin", "sys", "usr", "var");

  /** Images that bring no folder for an application's data. */
  private static final Set<String> PLAIN =
      Set.of(
          "alpine",
          "almalinux",
          "amazoncorretto",
          "amazonlinux",
          "archlinux",
          "bash",
          "busybox",
          "buildpack-deps",
          "centos",
          "debian",
          "eclipse-temurin",
          "elixir",
          "erlang",
          "fedora",
          "gcc",
          "golang",
          "httpd",
          "julia",
          "maven",
          "nginx",
          "node",
          "openjdk",
          "oraclelinux",
          "perl",
          "php",
          "python",
          "pypy",
          "rockylinux",
          "ruby",
          "rust",
          "swift",
          "ubuntu");

  private static final List<String> PLAIN_STARTS =
      List.of(
          "gcr.io/distroless/",
          "mcr.microsoft.com/dotnet/",
          "redhat/ubi",
          "registry.access.redhat.com/ubi");

  /** First segments, below which such an image does bring something. */
  private static final Set<String> OWN =
      Set.of("/go", "/docker-entrypoint.d", "/opt/java", "/opt/app-root", "/home/linuxbrew");

  private ImageFolders() {}

  /**
   * A folder of an image.
   *
   * @param isThere whether the image has it
   * @param user the account whose it is
   * @param mode its permission bits; absent where they are not known
   */
  public record Found(boolean isThere, String user, Optional<Integer> mode) {

    private static final Found NOTHING = new Found(false, "root", Optional.empty());
  }

  /**
   * What an image has at a path; empty where that is not known.
   *
   * @param path from the root, clean
   */
  public static Optional<Found> find(ImageReference reference, BaseImage image, String path) {
    if (image.family() == Family.WINDOWS) {
      return Optional.empty();
    }
    Optional<Integer> system = mode(path);
    if (system.isPresent()) {
      boolean bare = image.family() == Family.DISTROLESS || image.family() == Family.SCRATCH;
      return bare ? Optional.empty() : Optional.of(new Found(true, "root", system));
    }
    Optional<Found> own = row(reference, path);
    if (own.isPresent()) {
      return own;
    }
    for (BaseImage.Account account : image.accounts()) {
      if (account.uid() >= 1000 && path.equals("/home/" + account.name())) {
        return Optional.of(new Found(true, account.name(), Optional.empty()));
      }
    }
    if (!isPlain(reference) || isOwn(image, path)) {
      return Optional.empty();
    }
    int slash = path.indexOf('/', 1);
    String first = path.substring(1, slash < 0 ? path.length() : slash);
    boolean free =
        !PACKAGED.contains(first)
            || path.equals("/usr/src/app")
            || path.startsWith("/usr/src/app/");
    return free ? Optional.of(Found.NOTHING) : Optional.empty();
  }

  private static Optional<Found> row(ImageReference reference, String path) {
    String tag = reference.effectiveTag().orElse("");
    for (List<String> cells : SortedRows.of(ImageFolderRows.PARTS, reference.familiarName())) {
      if (cells.get(2).equals(path) && BaseImages.matches(cells.get(1), tag)) {
        String mode = cells.get(4);
        return Optional.of(
            new Found(
                true,
                cells.get(3),
                Cells.isEmpty(mode) ? Optional.empty() : Optional.of(Integer.parseInt(mode, 8))));
      }
    }
    return Optional.empty();
  }

  /** The mode of a folder that any system has, and root owns; empty for other folders. */
  private static Optional<Integer> mode(String path) {
    if (SYSTEM.contains(path)) {
      return Optional.of(0755);
    }
    if (path.equals("/root")) {
      return Optional.of(0700);
    }
    return STICKY.contains(path) ? Optional.of(01777) : Optional.empty();
  }

  private static boolean isOwn(BaseImage image, String path) {
    for (String own : OWN) {
      if (path.equals(own) || path.startsWith(own + "/")) {
        return true;
      }
    }
    for (BaseImage.Account account : image.accounts()) {
      if (path.startsWith("/home/" + account.name() + "/.")) {
        return true;
      }
    }
    return path.startsWith("/opt/yarn")
        || (image.workdir().isPresent()
            && (path + "/").startsWith(image.workdir().get() + "/")
            && !image.workdir().get().equals("/"));
  }

  private static boolean isPlain(ImageReference reference) {
    String name = reference.familiarName();
    if (PLAIN.contains(name)) {
      return true;
    }
    for (String start : PLAIN_STARTS) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}
