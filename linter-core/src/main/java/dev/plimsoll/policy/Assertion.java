package dev.plimsoll.policy;

import dev.plimsoll.rule.Message;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a target. Only {@code defined} and the like speak of absent ones. */
public interface Assertion {

  void judge(Target target, Verdicts verdicts);

  /** Reports a target for what it is. */
  static void failAs(Target target, Verdicts verdicts, String reason, Object... arguments) {
    if (target.isKey()) {
      fail(target, verdicts, reason, arguments);
    } else {
      List<Object> all = new ArrayList<>();
      all.add(target.value());
      all.addAll(List.of(arguments));
      fail(target, verdicts, "is %s and " + reason, all.toArray());
    }
  }

  /** Reports the target itself. */
  static void fail(Target target, Verdicts verdicts, String reason, Object... arguments) {
    verdicts.add(target.place(), target.name(), target.value(), Message.of(reason, arguments));
  }
}
