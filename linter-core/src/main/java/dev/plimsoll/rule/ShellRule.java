package dev.plimsoll.rule;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.script.WorkflowModel;

/** A rule over scripts and their commands, wherever they stand, and what stands in their place. */
public abstract class ShellRule extends Rule {

  /** Each script, before its commands; one that is not read has none. */
  public void script(ScriptContext script, RuleContext context) {}

  /** Each simple command that was understood, in the order of the text. */
  public void command(Command command, ScriptContext script, RuleContext context) {}

  /** Each CI workflow, after its scripts: steps that an action does have none. */
  public void workflow(WorkflowModel workflow, RuleContext context) {}
}
