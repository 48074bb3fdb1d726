package dev.plimsoll.engine;

import dev.plimsoll.engine.RuleRun.Call;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.ShellRule;
import java.util.List;

/** Walks a script once and calls the hooks that some rule overrides. */
final class ShellDispatch {

  private final List<Active<ShellRule>> script;
  private final List<Active<ShellRule>> command;

  ShellDispatch(RuleSet rules) {
    this.script = rules.shell().overriding("script");
    this.command = rules.shell().overriding("command");
  }

  void walk(ScriptContext context, RuleRun rules) {
    script(context, rules);
    for (Command each : context.script().commands()) {
      command(each, context, rules);
    }
  }

  private void script(ScriptContext node, RuleRun rules) {
    rules.each(
        script,
        new Call<>() {
          @Override
          void on(ShellRule rule, RuleContext context) {
            rule.script(node, context);
          }
        });
  }

  private void command(Command node, ScriptContext around, RuleRun rules) {
    rules.each(
        command,
        new Call<>() {
          @Override
          void on(ShellRule rule, RuleContext context) {
            rule.command(node, around, context);
          }
        });
  }
}
