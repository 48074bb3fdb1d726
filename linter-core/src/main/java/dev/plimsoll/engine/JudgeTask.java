package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.script.MakefileModel;
import dev.plimsoll.model.script.RecipeScript;
import dev.plimsoll.model.script.ScriptModel;
import dev.plimsoll.model.script.UnitModel;
import dev.plimsoll.model.script.UnitScript;
import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one file's model and runs the rules over it. */
final class JudgeTask extends WatchedTask {

  private static final FileAnalysis NOTHING =
      new FileAnalysis(List.of(), List.of(), Reliance.NONE, List.of(), 0, Optional.empty());

  private final SourceText text;
  private final RunReaders readers;
  private final SharedFindings shared;
  private final RuleSet rules;
  private final Suppressions suppressions;
  private final List<ToolFailure> stuck;
  private volatile boolean isRead;
  private String reason;
  private FileAnalysis result = NOTHING;

  JudgeTask(
      SourceText text,
      RunReaders readers,
      SharedFindings shared,
      RuleSet rules,
      Suppressions suppressions) {
    this(text, readers, shared, rules, suppressions, List.of(), "");
  }

  private JudgeTask(
      SourceText text,
      RunReaders readers,
      SharedFindings shared,
      RuleSet rules,
      Suppressions suppressions,
      List<ToolFailure> stuck,
      String reason) {
    this.text = text;
    this.readers = readers;
    this.shared = shared;
    this.rules = rules;
    this.suppressions = suppressions;
    this.stuck = stuck;
    this.reason = reason;
  }

  @Override
  public String file() {
    return text.name();
  }

  @Override
  public void run() {
    if (!reason.isEmpty()) {
      return;
    }
    try {
      SourceModel model = readers.model(text).orElseThrow();
      isRead = true;
      Optional<Slice> template = model.template();
      if (template.isPresent()) {
        int line = text.lines().position(template.get().place().span().start()).line();
        reason = "template (line " + line + "): check what is made of it, and exclude this file";
      } else {
        judge(model);
      }
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      reason = Faults.whileReading(e);
    }
  }

  private void judge(SourceModel model) {
    Set<String> skipped = new HashSet<>();
    for (ToolFailure failure : stuck) {
      skipped.add(failure.rule());
    }
    RuleRun run = new RuleRun(this, shared.project(), skipped, rules.slots());
    List<Place> secrets = new ArrayList<>(model.secrets());
    secrets.addAll(walk(model, run));
    if (rules.policies().isPresent() && !isForeign(model, run)) {
      new PolicyDispatch(rules.policies().get()).walk(model, run);
    }
    List<Reported> reported = suppressions.apply(model, rules, run);
    List<ToolFailure> failures = new ArrayList<>(stuck);
    failures.addAll(run.failures());
    int problems = model.problems().size();
    result = new FileAnalysis(reported, failures, run.asked(), secrets, problems, run.leftOut());
  }

  /** Whether the file may well be another tool's. */
  private boolean isForeign(SourceModel model, RuleRun run) {
    return model instanceof ComposeFile
        && readers.guessed().contains(text.name())
        && run.leftOut().isPresent();
  }

  /** Runs the rules; gives the secrets that they alone come to see. */
  private List<Place> walk(SourceModel model, RuleRun run) {
    if (model instanceof DockerfileModel dockerfile) {
      new DockerfileDispatch(rules).walk(dockerfile, run);
    } else if (model instanceof ComposeFile compose) {
      boolean guessed = readers.guessed().contains(text.name());
      return new ComposeDispatch(rules).walk(compose, guessed, shared, run);
    } else if (model instanceof OpenApiFile document) {
      List<OpenApiDescription> apis = new OpenApiDispatch(rules).walk(document, shared, run);
      if (rules.policies().isPresent()) {
        new PolicyDispatch(rules.policies().get()).walk(document, apis, shared, run);
      }
    } else if (model instanceof ScriptModel script) {
      new ShellDispatch(rules).walk(script, run);
    } else if (model instanceof MakefileModel makefile) {
      ShellDispatch shell = new ShellDispatch(rules);
      for (RecipeScript recipe : makefile.recipes()) {
        shell.walk(recipe, run);
      }
    } else if (model instanceof UnitModel unit) {
      ShellDispatch shell = new ShellDispatch(rules);
      for (UnitScript command : unit.commands()) {
        shell.walk(command, run);
      }
    } else if (model instanceof WorkflowModel workflow) {
      new ShellDispatch(rules).walk(workflow, run);
    }
    return List.of();
  }

  /** Where it is stuck outside of a rule, there is none to leave out: the file is given up. */
  @Override
  public WatchedTask withoutStuckRule() {
    String rule = current();
    if (!isRead || rule.isEmpty()) {
      return new JudgeTask(text, readers, shared, rules, suppressions, stuck, Faults.UNENDING);
    }
    List<ToolFailure> more = new ArrayList<>(stuck);
    more.add(new ToolFailure(rule, text.name(), "it did not come to an end"));
    return new JudgeTask(text, readers, shared, rules, suppressions, more, "");
  }

  /** What the rules said; nothing if the file could not be read. */
  FileAnalysis result() {
    return result;
  }

  /** Why the file could not be read; empty if it could. */
  String reason() {
    return reason;
  }
}
