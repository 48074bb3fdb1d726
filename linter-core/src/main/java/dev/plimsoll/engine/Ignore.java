package dev.plimsoll.engine;

import dev.plimsoll.rule.Diagnostic.Suppression;
import dev.plimsoll.rule.RuleSelectors;
import dev.plimsoll.rule.UnusedIgnore.Idle;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One suppression comment at work: where it holds, what it names, what it has hidden so far. */
final class Ignore {

  private final IgnoreComment comment;
  private final String file;
  private final Span reach;
  private final Anchor anchor;
  private final List<Selected> selected = new ArrayList<>();

  /** A selector and the rules it names. */
  private static final class Selected {
    private final Slice selector;
    private final RuleSelectors.Resolution rules;
    private boolean used;

    Selected(Slice selector, RuleSelectors.Resolution rules) {
      this.selector = selector;
      this.rules = rules;
    }
  }

  Ignore(IgnoreComment comment, Span reach, Anchor anchor, RuleSelectors selectors) {
    this(comment, comment.slice().place().file(), reach, anchor, selectors);
  }

  /**
   * One that stands in another file than what it hides.
   *
   * @param file of what it hides
   */
  Ignore(IgnoreComment comment, String file, Span reach, Anchor anchor, RuleSelectors selectors) {
    this.comment = comment;
    this.file = file;
    this.reach = reach;
    this.anchor = anchor;
    for (IgnoreComment.Selector selector : comment.selectors()) {
      selected.add(new Selected(selector.slice(), selectors.resolve(selector.name())));
    }
  }

  /** Whether it hides a finding; notes that it did. */
  boolean hides(Reported reported, LocalDate today) {
    if (!reported.place().file().equals(file)) {
      return false;
    }
    if (!isInForce(today) || reported.place().span().start() < reach.start()) {
      return false;
    }
    if (reported.place().span().start() > reach.end()) {
      return false;
    }
    boolean hides = false;
    for (Selected each : selected) {
      if (each.rules.ids().contains(reported.by().id())) {
        each.used = true;
        hides = true;
      }
    }
    return hides;
  }

  private boolean isInForce(LocalDate today) {
    return comment.malformed().isEmpty()
        && (comment.until().isEmpty() || !today.isAfter(comment.until().get()));
  }

  Suppression asSuppression() {
    return new Suppression(comment.slice().place(), comment.reason());
  }

  IgnoreComment comment() {
    return comment;
  }

  /** Where what it hides begins. */
  Span reach() {
    return reach;
  }

  Anchor anchor() {
    return anchor;
  }

  /**
   * The selectors that hid nothing, though their rules ran and saw all they needed.
   *
   * @param ran ids of rules whose silence says something
   */
  List<Idle> idle(Set<String> ran, String ignoreRule) {
    List<Idle> idle = new ArrayList<>();
    for (Selected each : selected) {
      Set<String> ids = each.rules.ids();
      boolean conclusive = !ids.isEmpty() && !ids.contains(ignoreRule) && ran.containsAll(ids);
      if (!each.used && (conclusive || each.rules.error().isPresent())) {
        idle.add(new Idle(each.selector, each.rules.error().isEmpty()));
      }
    }
    return idle;
  }
}
