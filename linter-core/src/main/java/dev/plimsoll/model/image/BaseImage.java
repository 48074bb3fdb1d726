package dev.plimsoll.model.image;

import java.util.ArrayList;
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
  private static final List<Account> OF_DEBIAN =
      List.of(
          new Account("daemon", 1, 1),
          new Account("games", 5, 60),
          new Account("www-data", 33, 33),
          new Account("backup", 34, 34),
          new Account("nobody", 65534, 65534));

  /** Those of Alpine: {@code passwd} of its package alpine-baselayout. */
  private static final List<Account> OF_ALPINE =
      List.of(
          new Account("daemon", 2, 2),
          new Account("games", 35, 35),
          new Account("nobody", 65534, 65534));

  /** Those of the Red Hat family, in setup; their numbers differ by its age. */
  private static final Set<String> OF_RPM = Set.of("daemon", "games", "nobody");

  public BaseImage {
    accounts = List.copyOf(accounts);
    tools = List.copyOf(tools);
    shell = List.copyOf(shell);
    entrypoint = List.copyOf(entrypoint);
  }

  /** Whether it has an account of a name beside root, as the table or its system says. */
  public boolean hasAccount(String name) {
    return account(name).isPresent() || (family == Family.RPM && OF_RPM.contains(name));
  }

  /** The account of a name beside root, where its numbers are known. */
  public Optional<Account> account(String name) {
    Optional<Account> own = find(name, accounts);
    return own.isPresent() ? own : find(name, ofSystem());
  }

  /** The account of a number beside root's. */
  public Optional<Account> account(int uid) {
    List<Account> all = new ArrayList<>(accounts);
    all.addAll(ofSystem());
    for (Account account : all) {
      if (account.uid() == uid) {
        return Optional.of(account);
      }
    }
    return Optional.empty();
  }

  private List<Account> ofSystem() {
    return switch (family) {
      case DEBIAN, UBUNTU -> OF_DEBIAN;
      case ALPINE -> OF_ALPINE;
      default -> List.of();
    };
  }

  private static Optional<Account> find(String name, List<Account> accounts) {
    for (Account account : accounts) {
      if (account.name().equals(name)) {
        return Optional.of(account);
      }
    }
    return Optional.empty();
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
