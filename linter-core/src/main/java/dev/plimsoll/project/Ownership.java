package dev.plimsoll.project;

import java.util.Optional;

/**
 * Who may do what with a folder of a container.
 *
 * @param mode its permission bits; absent where they are not known
 * @param isInImage whether the image has the folder; one that only a mount needs is made by the
 *     engine, for root
 */
public record Ownership(ServiceUser owner, Optional<Integer> mode, boolean isInImage) {

  /** What the engine makes for a mount where the image has nothing. */
  static final Ownership MADE_FOR_MOUNT = new Ownership(ServiceUser.ROOT, Optional.of(0755), false);

  /** Whether a user may make files in it; nothing where that is not known. */
  public Optional<Boolean> isWritableBy(ServiceUser user) {
    if (user.isRoot() || (mode.isPresent() && (mode.get() & 0002) != 0)) {
      return Optional.of(true);
    }
    boolean named = user.name().isPresent() && user.name().equals(owner.name());
    boolean numbered = user.uid().isPresent() && owner.uid().isPresent();
    if (!named && !numbered && !isOther(user)) {
      return Optional.empty();
    }
    if (numbered ? user.uid().equals(owner.uid()) : named) {
      return mode.isPresent() ? Optional.of((mode.get() & 0200) != 0) : Optional.of(true);
    }
    if (mode.isPresent() && (mode.get() & 0020) == 0) {
      return Optional.of(false);
    }
    if (mode.isEmpty() || user.gid().isEmpty() || owner.gid().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(user.gid().equals(owner.gid()) && (mode.get() & 0020) != 0);
  }

  /** Whether it is another's by their names; no two accounts have one number unless told to. */
  private boolean isOther(ServiceUser user) {
    return user.name().isPresent() && owner.name().isPresent() && !user.name().equals(owner.name());
  }
}
