package dev.plimsoll.rules.compose.permissions;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Ownership;
import dev.plimsoll.project.ServiceUser;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mount that a service may not write to, though nothing says that it is read-only.
 *
 * @param user as whom its processes start, which is not root: root could change the owner first
 * @param folder whose the mount is while it is new
 */
record ClosedMount(ServiceMount mount, ServiceUser user, Ownership folder, List<Place> because) {

  static Optional<ClosedMount> of(
      ServiceMount mount, ComposeService service, ComposeSet set, RuleContext context) {
    if (mount.readOnly()
        || !(context.compose().user(set, service) instanceof Answer.Known<ServiceUser> user)
        || user.value().isRoot()
        || !(context.compose().mountOwner(set, service, mount)
            instanceof Answer.Known<Ownership> folder)
        || folder.value().isWritableBy(user.value()).orElse(true)) {
      return Optional.empty();
    }
    List<Place> because = new ArrayList<>(user.because());
    because.addAll(folder.because());
    return Optional.of(new ClosedMount(mount, user.value(), folder.value(), because));
  }

  /** How a message calls who starts. */
  String starter() {
    return name(user);
  }

  /** How a message calls whose it is. */
  String owner() {
    return name(folder.owner());
  }

  private static String name(ServiceUser user) {
    String uid = user.uid().isPresent() ? "uid " + user.uid().get() : "a uid of its own";
    return user.name().isPresent() ? user.name().get() : uid;
  }
}
