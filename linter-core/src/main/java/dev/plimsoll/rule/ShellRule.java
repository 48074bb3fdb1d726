package dev.plimsoll.rule;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;

/** A rule over scripts and their commands, wherever they stand. */
public abstract class ShellRule extends Rule {

  /** Each script, before its commands; one that is not read has none. */
  public void script(ScriptContext script, RuleContext context) {}

  /** Each simple command that was understood, in the order of the text. */
  public void command(Command command, ScriptContext script, RuleContext context) {}
}
