package dev.plimsoll.rule;

import dev.plimsoll.model.command.Command;

/** A rule over commands, wherever their script stands. */
public abstract class ShellRule extends Rule {

  /** Each simple command that was understood, in the order of the text. */
  public void command(Command command, RuleContext context) {}
}
