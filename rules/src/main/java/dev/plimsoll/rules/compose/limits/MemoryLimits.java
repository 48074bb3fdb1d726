package dev.plimsoll.rules.compose.limits;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import java.util.Optional;

/** How much memory the containers of a service may take. */
final class MemoryLimits {

  private MemoryLimits() {}

  /** Whether containers of it run that take memory: nothing does that another brings up. */
  static boolean isContainer(ComposeService service) {
    return service.runs() && !service.has("provider");
  }

  /** Where it says so; Compose refuses two limits that differ. */
  static Optional<Scalar> limit(ComposeService service) {
    Optional<Scalar> limit = service.scalar("mem_limit");
    return limit.isPresent() ? limit : service.scalar("deploy", "resources", "limits", "memory");
  }
}
