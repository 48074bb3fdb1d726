package dev.plimsoll.rule;

/**
 * The rules of one base class and language, as the annotation processor writes them down: no list
 * by hand, no reflection, no scanning. Rules have ordinals from 0, in the order of their ids.
 */
public abstract class RuleTable<R extends Rule> {

  public abstract int size();

  public abstract String id(int rule);

  public abstract Severity severity(int rule);

  public abstract Profile profile(int rule);

  public abstract Confidence confidence(int rule);

  /** Lower is picked first when fixes compete. */
  public abstract int fixOrder(int rule);

  public abstract R create(int rule);

  /** The rule's options record, decoded; a {@link RuleInfo.NoOptions} where it has none. */
  public abstract Record options(int rule, OptionValues values);

  /** The ordinals of the rules that override a hook, ascending; none for an unknown hook. */
  public abstract int[] overriding(String hook);
}
