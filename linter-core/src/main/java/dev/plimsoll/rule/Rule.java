package dev.plimsoll.rule;

/**
 * What all rules are. A rule is a final class without state and with a public constructor that
 * takes nothing; it overrides the hooks it needs of one base class beside this one. A hook returns
 * early, and without a lambda or a stream, where nothing is wrong.
 */
public abstract class Rule {}
