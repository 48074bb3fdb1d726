package dev.plimsoll.project;

import java.util.Optional;

/**
 * A user and a group of a container, as far as they are known.
 *
 * @param name absent where only a number is given and no account is known to have it
 * @param uid absent where the system that makes the account picks it
 */
public record ServiceUser(Optional<String> name, Optional<Integer> uid, Optional<Integer> gid) {

  /** The superuser. */
  public static final ServiceUser ROOT =
      new ServiceUser(Optional.of("root"), Optional.of(0), Optional.of(0));

  public boolean isRoot() {
    return uid.isPresent() && uid.get() == 0;
  }

  /** As people write it: {@code node (1000:1000)}. */
  @Override
  public String toString() {
    String numbers =
        (uid.isPresent() ? uid.get().toString() : "?") + (gid.isPresent() ? ":" + gid.get() : "");
    return name.isPresent() ? name.get() + " (" + numbers + ")" : numbers;
  }
}
