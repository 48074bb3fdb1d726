package dev.plimsoll.engine;

import dev.plimsoll.engine.RuleRun.Call;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.StageStart;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.dockerfile.UnknownInstruction;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import java.util.List;

/** Walks a Dockerfile once and calls the hooks that some rule overrides. */
final class DockerfileDispatch {

  private final List<Active<DockerfileRule>> file;
  private final List<Active<DockerfileRule>> problem;
  private final List<Active<DockerfileRule>> stage;
  private final List<Active<DockerfileRule>> run;
  private final List<Active<DockerfileRule>> copy;
  private final List<Active<DockerfileRule>> keyValues;
  private final List<Active<DockerfileRule>> unknown;
  private final List<Active<DockerfileRule>> containerCommand;
  private final List<Active<DockerfileRule>> instruction;
  private final ShellDispatch shell;
  private final List<Active<ProjectRule>> project;

  DockerfileDispatch(RuleSet rules) {
    this.file = rules.dockerfile().overriding("file");
    this.problem = rules.dockerfile().overriding("problem");
    this.stage = rules.dockerfile().overriding("stage");
    this.run = rules.dockerfile().overriding("run");
    this.copy = rules.dockerfile().overriding("copy");
    this.keyValues = rules.dockerfile().overriding("keyValues");
    this.unknown = rules.dockerfile().overriding("unknown");
    this.containerCommand = rules.dockerfile().overriding("containerCommand");
    this.instruction = rules.dockerfile().overriding("instruction");
    this.shell = new ShellDispatch(rules);
    this.project = rules.project().overriding("dockerfile");
  }

  void walk(DockerfileModel model, RuleRun rules) {
    rules.each(
        file,
        new Call<>() {
          @Override
          void on(DockerfileRule rule, RuleContext context) {
            rule.file(model, context);
          }
        });
    for (Problem each : model.problems()) {
      problem(each, rules);
    }
    for (Step step : model.steps()) {
      step(step, model, rules);
    }
    rules.each(
        project,
        new Call<>() {
          @Override
          void on(ProjectRule rule, RuleContext context) {
            rule.dockerfile(model, context);
          }
        });
  }

  private void problem(Problem node, RuleRun rules) {
    rules.each(
        problem,
        new Call<>() {
          @Override
          void on(DockerfileRule rule, RuleContext context) {
            rule.problem(node, context);
          }
        });
  }

  private void step(Step step, DockerfileModel model, RuleRun rules) {
    if (step instanceof Run node) {
      run(node, rules);
    } else if (step instanceof Copy node) {
      copy(node, rules);
    } else if (step instanceof KeyValues node) {
      keyValues(node, rules);
    } else if (step instanceof StageStart node) {
      stage(model.stages().get(node.index()), rules);
    } else if (step instanceof UnknownInstruction node) {
      unknown(node, rules);
    } else if (step instanceof ContainerCommand node) {
      containerCommand(node, rules);
    } else if (step instanceof Plain node) {
      instruction(node, rules);
    }
  }

  private void stage(Stage node, RuleRun rules) {
    rules.each(
        stage,
        new Call<>() {
          @Override
          void on(DockerfileRule rule, RuleContext context) {
            rule.stage(node, context);
          }
        });
  }

  private void run(Run node, RuleRun rules) {
    rules.each(
        run,
        new Call<>() {
          @Override
          void on(DockerfileRule rule, RuleContext context) {
            rule.run(node, context);
          }
        });
    shell.walk(node, rules);
  }

  private void containerCommand(ContainerCommand node, RuleRun rules) {
    rules.each(
        containerCommand,
        new Call<>() {
          @Override
          void on(DockerfileRule rule, RuleContext context) {
            rule.containerCommand(node, context);
          }
        });
    shell.walk(node, rules);
  }

  private void instruction(Plain node, RuleRun rules) {
    rules.each(
        instruction,
        new Call<>() {
          @Override
          void on(DockerfileRule rule, RuleContext context) {
            rule.instruction(node, context);
          }
        });
  }

  private void copy(Copy node, RuleRun rules) {
    rules.each(
        copy,
        new Call<>() {
          @Override
          void on(DockerfileRule rule, RuleContext context) {
            rule.copy(node, context);
          }
        });
  }

  private void keyValues(KeyValues node, RuleRun rules) {
    rules.each(
        keyValues,
        new Call<>() {
          @Override
          void on(DockerfileRule rule, RuleContext context) {
            rule.keyValues(node, context);
          }
        });
  }

  private void unknown(UnknownInstruction node, RuleRun rules) {
    rules.each(
        unknown,
        new Call<>() {
          @Override
          void on(DockerfileRule rule, RuleContext context) {
            rule.unknown(node, context);
          }
        });
  }
}
