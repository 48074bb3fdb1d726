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
    "/etc/cron.hourly",
    "/etc/cron.monthly",
    "/etc/cron.weekly",
    "/etc/crontab",
    "/etc/docker",
    "/etc/group",
    "/etc/init.d",
    "/etc/ld.so.conf.d",
    "/etc/ld.so.preload",
    "/etc/modprobe.d",
    "/etc/pam.d",
    "/etc/passwd",
    "/etc/profile.d",
    "/etc/shadow",
    "/etc/ssh",
    "/etc/sudoers",
    "/etc/sudoers.d",
    "/etc/systemd",
    "/lib/modules",
    "/proc",
    "/usr/lib/modules",
    "/var/lib/containerd",
    "/var/lib/docker",
    "/var/lib/kubelet",
    "/var/spool/cron"
  };

  /**
   * Programs of the host, what they load, and what modules of its kernel are made of: to be read,
   * they give nothing away.
   */
  private static final String[] PROGRAMS = {
    "/bin",
    "/lib",
    "/lib64",
    "/sbin",
    "/usr/bin",
    "/usr/lib",
    "/usr/lib64",
    "/usr/libexec",
    "/usr/local/bin",
    "/usr/local/lib",
    "/usr/local/sbin",
    "/usr/sbin",
    "/usr/src"
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
    return EXACT.contains(path) || isIn(TREES, path) || isHome(path);
  }

  /** Whether the host runs what lies there, or builds it. */
  static boolean isProgram(String path) {
    return path.equals("/usr/local") || isIn(PROGRAMS, path);
  }

  /** Whether seeing it tells about the host what is none of a container's business. */
  static boolean isTelling(String path) {
    return TELLING.contains(path)
        || path.startsWith("/sys/")
        || (isCritical(path) && !HARMLESS.contains(path));
  }

  private static boolean isIn(String[] trees, String path) {
    for (String tree : trees) {
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
