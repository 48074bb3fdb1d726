package dev.plimsoll.rule;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule reports: where, what, why it believes so, and how to mend it. Id, severity and
 * masking are the engine's.
 *
 * @param anchor the structural address of the fault
 * @param slice the culprit, as tight as can be; for something absent, its owner
 * @param related places that explain; they decide nothing
 * @param because places whose content decides the finding, beside its own
 * @param fixes in order of preference
 */
public record Finding(
    Anchor anchor,
    Slice slice,
    Message message,
    Confidence confidence,
    List<Related> related,
    List<Place> because,
    List<Fix> fixes) {

  /** A second place and what it has to do with the finding. */
  public record Related(Slice slice, Message message) {}

  public Finding {
    related = List.copyOf(related);
    because = List.copyOf(because);
    fixes = List.copyOf(fixes);
  }

  public static Finding at(Anchor anchor, Slice slice, String template, Object... arguments) {
    return new Finding(
        anchor,
        slice,
        Message.of(template, arguments),
        Confidence.HIGH,
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * Offers a fix after those before it; one with an impossible edit is dropped, the finding stays.
   */
  public Finding withFix(Fix fix) {
    if (!fix.isPossible()) {
      return this;
    }
    List<Fix> more = new ArrayList<>(fixes);
    more.add(fix);
    return new Finding(anchor, slice, message, confidence, related, because, more);
  }

  public Finding related(Slice where, String template, Object... arguments) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(where, Message.of(template, arguments)));
    return new Finding(anchor, slice, message, confidence, more, because, fixes);
  }

  public Finding because(List<Place> places) {
    List<Place> more = new ArrayList<>(because);
    more.addAll(places);
    return new Finding(anchor, slice, message, confidence, related, more, fixes);
  }

  /** Lowers the rule's confidence for this finding; a higher one than the rule's has no effect. */
  public Finding confidence(Confidence lower) {
    return new Finding(anchor, slice, message, lower, related, because, fixes);
  }

  /**
   * The same whose fixes declare for {@code owner} what they declare for an address or below it.
   */
  Finding declaredAt(Anchor address, Anchor owner) {
    if (fixes.isEmpty()) {
      return this;
    }
    List<Fix> moved = new ArrayList<>(fixes.size());
    for (Fix fix : fixes) {
      moved.add(fix.declaredAt(address, owner));
    }
    return new Finding(anchor, slice, message, confidence, related, because, moved);
  }
}
