package dev.plimsoll.engine;

import dev.plimsoll.engine.RuleRun.Call;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.script.StepScript;
import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.ShellRule;
import java.util.List;
import java.util.Optional;

/** Walks a script once and calls the hooks that some rule overrides. */
final class ShellDispatch {

  private final List<Active<ShellRule>> script;
  private final List<Active<ShellRule>> command;
  private final List<Active<ShellRule>> workflow;

  ShellDispatch(RuleSet rules) {
    this.script = rules.shell().overriding("script");
    this.command = rules.shell().overriding("command");
    this.workflow = rules.shell().overriding("workflow");
  }

  /** Whether no rule asks for scripts, so that none need be read. */
  boolean isIdle() {
    return script.isEmpty() && command.isEmpty();
  }

  void walk(ScriptContext context, RuleRun rules) {
    walk(context, Optional.empty(), rules);
  }

  /** Walks a script of a file that is judged in several sets. */
  void walk(ScriptContext context, ScriptSeat seat, RuleRun rules) {
    walk(context, Optional.of(seat), rules);
  }

  private void walk(ScriptContext context, Optional<ScriptSeat> seat, RuleRun rules) {
    script(context, seat, rules);
    for (Command each : context.script().commands()) {
      command(each, context, seat, rules);
    }
  }

  /** Walks the scripts of a workflow, then it as a whole. */
  void walk(WorkflowModel node, RuleRun rules) {
    for (StepScript step : node.steps()) {
      walk(step, rules);
    }
    rules.each(
        workflow,
        new Call<>() {
          @Override
          void on(ShellRule rule, RuleContext context) {
            rule.workflow(node, context);
          }
        });
  }

  private void script(ScriptContext node, Optional<ScriptSeat> seat, RuleRun rules) {
    rules.each(
        script,
        new Call<>() {
          @Override
          void on(ShellRule rule, RuleContext context) {
            prepare(context, seat);
            rule.script(node, context);
          }
        });
  }

  private void command(
      Command node, ScriptContext around, Optional<ScriptSeat> seat, RuleRun rules) {
    rules.each(
        command,
        new Call<>() {
          @Override
          void on(ShellRule rule, RuleContext context) {
            prepare(context, seat);
            rule.command(node, around, context);
          }
        });
  }

  private static void prepare(RuleContext context, Optional<ScriptSeat> seat) {
    if (seat.isPresent()) {
      context.keepTo(seat.get().file());
      context.declareAt(seat.get().anchor(), seat.get().owner());
    }
  }
}
