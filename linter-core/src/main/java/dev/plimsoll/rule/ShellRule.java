package dev.plimsoll.rule;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.script.ActionStep;
import dev.plimsoll.model.script.WorkflowModel;

/** A rule over scripts and their commands, wherever they stand, and what stands in their place. */
public abstract class ShellRule extends Rule {

  /** Each script, before its commands; one that is not read has none. */
  public void script(ScriptContext script, RuleContext context) {}

  /** Each simple command that was understood, in the order of the text. */
  public void command(Command command, ScriptContext script, RuleContext context) {}

  /** Each step of a CI workflow that an action does in the place of a script. */
  public void action(ActionStep step, WorkflowModel workflow, RuleContext context) {}
}
