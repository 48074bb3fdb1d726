package dev.plimsoll.rule;

/** A rule about suppression comments; it runs after all others. */
public abstract class IgnoreRule extends Rule {

  /**
   * An ignore of ours with selectors that hid nothing though their rules ran, or that name no rule.
   */
  public void unused(UnusedIgnore unused, RuleContext context) {}
}
