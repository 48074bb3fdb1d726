package dev.plimsoll.project;

import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a folder of an image at one place of its build. */
final class FolderState {

  private enum Presence {
    ABSENT,
    PRESENT,
    UNKNOWN
  }

  private final String path;
  private Presence presence = Presence.ABSENT;
  private ServiceUser owner = ServiceUser.ROOT;
  private Optional<Integer> mode = Optional.empty();
  private String reason = "";
  private final List<Place> because = new ArrayList<>();

  FolderState(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  boolean isAbsent() {
    return presence == Presence.ABSENT;
  }

  boolean isPresent() {
    return presence == Presence.PRESENT;
  }

  /** The group that it has now. */
  Optional<Integer> groupOf() {
    return presence == Presence.PRESENT ? owner.gid() : Optional.empty();
  }

  /** Whether a path is this folder or one that lies in it. */
  boolean holds(String other) {
    return other.equals(path) || other.startsWith(path.equals("/") ? "/" : path + "/");
  }

  /** Whether it lies in another folder. */
  boolean liesIn(String other) {
    return !path.equals(other) && path.startsWith(other.equals("/") ? "/" : other + "/");
  }

  /** The folder is made, unless it is there. */
  void makeIfAbsent(ServiceUser by, Optional<Integer> bits, Place place) {
    if (presence == Presence.ABSENT) {
      make(by, bits, place);
    }
  }

  /** From now on it is there, and whose it is. */
  void make(ServiceUser by, Optional<Integer> bits, Place place) {
    presence = Presence.PRESENT;
    owner = by;
    mode = bits;
    because.add(place);
  }

  /** It is there as the base image has it. */
  void bring(ServiceUser by, Optional<Integer> bits) {
    presence = Presence.PRESENT;
    owner = by;
    mode = bits;
  }

  /** It goes over to another user, or to another group where no user is given. */
  void give(Optional<ServiceUser> to, Optional<Integer> gid, boolean isNamed, Place place) {
    if (presence == Presence.UNKNOWN && to.isEmpty()) {
      return;
    }
    if (isNamed && presence != Presence.PRESENT) {
      presence = Presence.PRESENT; // else the command would fail
      mode = Optional.empty();
    }
    if (presence == Presence.PRESENT) {
      owner = to.isPresent() ? to.get() : new ServiceUser(owner.name(), owner.uid(), gid);
      because.add(place);
    }
  }

  void chmod(Optional<Integer> bits, Place place) {
    if (presence == Presence.PRESENT) {
      mode = bits;
      because.add(place);
    }
  }

  void remove(Place place) {
    presence = Presence.ABSENT;
    because.add(place);
  }

  void doubt(String why) {
    presence = Presence.UNKNOWN;
    reason = why;
  }

  void doubtIfAbsent(String why) {
    if (presence == Presence.ABSENT) {
      doubt(why);
    }
  }

  Answer<Ownership> answer() {
    return switch (presence) {
      case ABSENT -> new Answer.Known<>(Ownership.MADE_FOR_MOUNT, because);
      case PRESENT -> new Answer.Known<>(new Ownership(owner, mode, true), because);
      case UNKNOWN -> new Answer.Unknown<>(reason);
    };
  }
}
