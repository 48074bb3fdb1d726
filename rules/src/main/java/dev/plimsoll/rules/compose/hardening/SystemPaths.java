package dev.plimsoll.rules.compose.hardening;

import java.util.Set;

/** Knows the folders of a host that its system is made of. */
final class SystemPaths {

  /** Folders in which the daemon's socket lies. */
  private static final Set<String> OF_SOCKETS = Set.of("/run", "/var/run", "/run/containerd");

  /** Whoever writes there is root of the host, if not today then after the next start. */
  private static final Set<String> EXACT =
      Set.of(
          "/",
          "/bin",
          "/etc",
          "/home",
          "/lib",
          "/lib64",
          "/root",
          "/sbin",
          "/sys",
          "/usr",
          "/usr/bin",
          "/usr/lib",
          "/usr/sbin",
          "/var",
          "/var/lib");

  /** The same for all that is in them. */
  private static final String[] TREES = {
    "/boot",
    "/etc/cron.d",
    "/etc/cron.daily",
    "/etc/docker",
    "/etc/group",
    "/etc/init.d",
    "/etc/ld.so.preload",
    "/etc/pam.d",
    "/etc/passwd",
    "/etc/profile.d",
    "/etc/ssh",
    "/etc/sudoers",
    "/etc/sudoers.d",
    "/etc/systemd",
    "/lib/modules",
    "/proc",
    "/usr/lib/modules",
    "/var/lib/containerd",
    "/var/lib/docker"
  };

  /** What tells about the host, in whatever way it is mounted. */
  private static final Set<String> TELLING =
      Set.of("/dev", "/run/dbus", "/run/systemd", "/run/udev", "/var/run/dbus");

  /** What everybody on the host may read and a container often asks for. */
  private static final Set<String> HARMLESS = Set.of("/etc/group", "/etc/passwd");

  private SystemPaths() {}

  static boolean holdSocket(String path) {
    return OF_SOCKETS.contains(path);
  }

  /** Whether writing there reaches the host. */
  static boolean isCritical(String path) {
    return EXACT.contains(path) || isInTree(path) || isHome(path);
  }

  /** Whether seeing it tells about the host what is none of a container's business. */
  static boolean isTelling(String path) {
    return TELLING.contains(path)
        || path.startsWith("/sys/")
        || (isCritical(path) && !HARMLESS.contains(path));
  }

  private static boolean isInTree(String path) {
    for (String tree : TREES) {
      if (path.startsWith(tree)
          && (path.length() == tree.length() || path.charAt(tree.length()) == '/')) {
        return true;
      }
    }
    return false;
  }

  /** The folder of a user, not what is in it. */
  private static boolean isHome(String path) {
    boolean user =
        (path.startsWith("/home/") && path.indexOf('/', 6) < 0)
            || (path.startsWith("/Users/") && path.indexOf('/', 7) < 0);
    return user || path.equals("~") || path.equals("/Users");
  }
}
