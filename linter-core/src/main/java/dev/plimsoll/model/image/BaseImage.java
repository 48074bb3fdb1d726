package dev.plimsoll.model.image;

import java.util.List;
import java.util.Optional;

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

  public BaseImage {
    accounts = List.copyOf(accounts);
    tools = List.copyOf(tools);
    shell = List.copyOf(shell);
    entrypoint = List.copyOf(entrypoint);
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
