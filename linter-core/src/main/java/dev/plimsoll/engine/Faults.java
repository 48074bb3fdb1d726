package dev.plimsoll.engine;

import dev.plimsoll.policy.path.PolicyLimitExceeded;
import dev.plimsoll.rule.RuleContext;

/** Says what went wrong in our own code. */
final class Faults {

  /** Why a file was not analysed whose reading was given up. */
  static final String UNENDING = "reading it did not end";

  private Faults() {}

  /** Why a file was not analysed whose reading threw. */
  static String whileReading(Throwable thrown) {
    return "reading it failed, which is a fault of Plimsoll: " + describe(thrown);
  }

  /** Class and place alone: an exception's text may quote the file, and with it a secret. */
  static String describe(Throwable thrown) {
    if (thrown instanceof RuleContext.StepLimitExceeded limit) {
      return String.valueOf(limit.getMessage()); // it is our own sentence
    }
    if (thrown instanceof PolicyLimitExceeded limit) {
      return String.valueOf(limit.getMessage());
    }
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.plimsoll.")) {
        String place = frame.getClassName() + "." + frame.getMethodName();
        return thrown.getClass().getSimpleName() + " in " + place + ":" + frame.getLineNumber();
      }
    }
    return thrown.getClass().getSimpleName();
  }
}
