package dev.plimsoll.model.image;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an image that others build on, as its published Dockerfile says.
 *
 * @param sh what {@code /bin/sh} is
 * @param user as USER names it; {@code root} where the image sets none
 * @param uid empty where it is not known, as on Windows
 * @param accounts those beside root whose numbers the source states
 * @param tools programs seen in it; one that is not listed may be there all the same
 * @param workdir empty where none is known
 * @param shell the words of SHELL; empty where the image sets none
 * @param entrypoint its words; empty where none is known
 */
public record BaseImage(
    Family family,
    Sh sh,
    boolean bash,
    Optional<String> packageManager,
    String user,
    Optional<Integer> uid,
    List<Account> accounts,
    List<String> tools,
    Optional<String> workdir,
    List<String> shell,
    List<String> entrypoint) {

  /** Accounts that any Debian has: {@code passwd.master} of its package base-passwd. */
  private static final Set<String> OF_DEBIAN =
      Set.of("backup", "daemon", "games", "nobody", "www-data");

  /** Those of Alpine, in alpine-baselayout, and of the Red Hat family, in setup. */
  private static final Set<String> OF_OTHERS = Set.of("daemon", "games", "nobody");

  public BaseImage {
    accounts = List.copyOf(accounts);
    tools = List.copyOf(tools);
    shell = List.copyOf(shell);
    entrypoint = List.copyOf(entrypoint);
  }

  /** Whether it has an account of a name beside root, as the table or its system says. */
  public boolean hasAccount(String name) {
    for (Account account : accounts) {
      if (account.name().equals(name)) {
        return true;
      }
    }
    return switch (family) {
      case DEBIAN, UBUNTU -> OF_DEBIAN.contains(name);
      case ALPINE, RPM -> OF_OTHERS.contains(name);
      default -> false;
    };
  }

  /** What an image's system descends from. */
  public enum Family {
    ALPINE,
    ARCH,
    BUSYBOX,
    DEBIAN,
    DISTROLESS,
    RPM,
    SCRATCH,
    UBUNTU,
    WINDOWS,
    WOLFI
  }

  /** What runs as {@code /bin/sh}. */
  public enum Sh {
    BASH,
    BUSYBOX,
    DASH,
    NONE
  }

  /** A user of the image, its number and that of its group. */
  public record Account(String name, int uid, int gid) {}
}
