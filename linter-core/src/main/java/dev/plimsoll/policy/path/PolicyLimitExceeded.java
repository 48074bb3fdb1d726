package dev.plimsoll.policy.path;

/** Thrown where a path or a pattern of a policy takes too long. */
public final class PolicyLimitExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PolicyLimitExceeded(String message) {
    super(message);
  }

  static PolicyLimitExceeded ofPath() {
    return new PolicyLimitExceeded("its path looks at too many nodes");
  }

  static PolicyLimitExceeded ofPattern() {
    return new PolicyLimitExceeded("its pattern tries too many ways through a text");
  }
}
