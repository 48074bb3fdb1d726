package dev.plimsoll.policy;

import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Message;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes what the checks of a policy find in a file, each fault once. */
public final class Verdicts {

  private final PolicySubject subject;
  private final PolicyMessage message;
  private final RuleContext context;
  private final Set<Known> known = new HashSet<>();

  /** A place, and what is said of it. */
  private record Known(Place place, String reason) {}

  Verdicts(PolicySubject subject, PolicyMessage message, RuleContext context) {
    this.subject = subject;
    this.message = message;
    this.context = context;
  }

  /**
   * Notes a fault.
   *
   * @param name a {@link Slice}, a value or a word: what is judged
   * @param value likewise: what it is
   * @param reason what is wrong, to be read behind the name
   */
  void add(Slice place, Object name, Object value, Message reason) {
    if (known.add(new Known(place.place(), reason.template() + reason.arguments()))) {
      Anchor anchor = subject.anchor(place);
      Message filled = message.fill(name, value, anchor.address(), reason);
      context.report(
          new Finding(anchor, place, filled, Confidence.HIGH, List.of(), List.of(), List.of()));
    }
  }
}
