package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * How containers of a service are found to be healthy.
 *
 * @param written the check, or what switches it off; absent where there is none
 */
public record HealthCheck(Kind kind, Optional<Slice> written) {

  /** Where the check is from. */
  public enum Kind {
    SERVICE,
    IMAGE,
    /** There would be one, or not, but the service or its image says that none is to run. */
    DISABLED,
    NONE
  }

  /** Whether one runs, so that a container becomes healthy or unhealthy. */
  public boolean runs() {
    return kind == Kind.SERVICE || kind == Kind.IMAGE;
  }
}
