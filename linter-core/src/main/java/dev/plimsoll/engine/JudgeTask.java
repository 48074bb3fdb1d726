package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.dockerfile.DockerfileModel;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one file's model and runs the rules over it, all of them or a part. */
final class JudgeTask extends WatchedTask {

  private static final FileAnalysis NOTHING =
      new FileAnalysis(List.of(), List.of(), Reliance.NONE, List.of(), 0, Optional.empty());

  private final Reading reading;
  private final Part part;
  private final SharedFindings shared;
  private final RuleSet rules;
  private final Suppressions suppressions;
  private final List<ToolFailure> stuck;
  private volatile boolean isRead;
  private String reason;
  private Optional<RuleRun> run = Optional.empty();
  private final List<Place> secrets = new ArrayList<>();
  private FileAnalysis result = NOTHING;

  JudgeTask(
      Reading reading, Part part, SharedFindings shared, RuleSet rules, Suppressions suppressions) {
    this(reading, part, shared, rules, suppressions, List.of(), "");
  }

  private JudgeTask(
      Reading reading,
      Part part,
      SharedFindings shared,
      RuleSet rules,
      Suppressions suppressions,
      List<ToolFailure> stuck,
      String reason) {
    this.reading = reading;
    this.part = part;
    this.shared = shared;
    this.rules = rules;
    this.suppressions = suppressions;
    this.stuck = stuck;
    this.reason = reason;
  }

  @Override
  public String file() {
    return reading.text().name();
  }

  @Override
  public void run() {
    if (!reason.isEmpty()) {
      return;
    }
    try {
      if (part.hasText() && !part.isAll()) {
        reading.help();
        secrets.addAll(OpenApiFile.secrets(reading.text()));
      }
      SourceModel model = reading.model(part);
      isRead = true;
      Optional<Slice> template = model.template();
      if (template.isPresent()) {
        int offset = template.get().place().span().start();
        int line = reading.text().lines().position(offset).line();
        reason = "template (line " + line + "): check what is made of it, and exclude this file";
      } else {
        judge(model);
      }
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      reason = Faults.whileReading(e);
    }
    if (part.isAll()) {
      reading.forget();
    }
  }

  private void judge(SourceModel model) {
    Set<String> skipped = new HashSet<>();
    for (ToolFailure failure : stuck) {
      skipped.add(failure.rule());
    }
    RuleRun own = new RuleRun(this, shared.project(), skipped, rules.slots());
    if (part.isAll()) {
      secrets.addAll(model.secrets());
    }
    secrets.addAll(walk(model, own));
    if (part.isFirst() && rules.policies().isPresent() && !isForeign(model, own)) {
      new PolicyDispatch(rules.policies().get()).walk(model, own);
    }
    if (part.isAll()) {
      result = result(model, own, stuck);
    } else {
      run = Optional.of(own);
    }
  }

  private FileAnalysis result(SourceModel model, RuleRun all, List<ToolFailure> stuckOnes) {
    List<Reported> reported = suppressions.apply(model, rules, all);
    List<ToolFailure> failures = new ArrayList<>(stuckOnes);
    failures.addAll(all.failures());
    int problems = model.problems().size();
    return new FileAnalysis(reported, failures, all.asked(), secrets, problems, all.leftOut());
  }

  /** Takes over what the other parts of the same file came to; nothing of it once one failed. */
  void merge(List<JudgeTask> others) {
    List<ToolFailure> failures = new ArrayList<>(stuck);
    for (JudgeTask other : others) {
      reason = reason.isEmpty() ? other.reason : reason;
      if (run.isPresent() && other.run.isPresent()) {
        run.get().merge(other.run.get());
      }
      secrets.addAll(other.secrets);
      failures.addAll(other.stuck);
    }
    try {
      if (reason.isEmpty() && run.isPresent()) {
        result = result(reading.model(part), run.get(), failures);
      }
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      reason = Faults.whileReading(e);
    }
    reading.forget();
  }

  /** Whether the file may well be another tool's. */
  private boolean isForeign(SourceModel model, RuleRun own) {
    return model instanceof ComposeFile && reading.isGuessed() && own.leftOut().isPresent();
  }

  /** Runs the rules; gives the secrets that they alone come to see. */
  private List<Place> walk(SourceModel model, RuleRun own) {
    if (model instanceof DockerfileModel dockerfile) {
      new DockerfileDispatch(rules).walk(dockerfile, own);
    } else if (model instanceof ComposeFile compose) {
      return new ComposeDispatch(rules).walk(compose, reading.isGuessed(), shared, own);
    } else if (model instanceof OpenApiFile document) {
      Reading.Described described = reading.describe(document, shared);
      new OpenApiDispatch(rules).walk(document, described, shared, part, own);
      if (part.isFirst() && rules.policies().isPresent()) {
        PolicyDispatch policies = new PolicyDispatch(rules.policies().get());
        policies.walk(document, described.all(), shared, own);
      }
    } else if (model instanceof ScriptModel script) {
      new ShellDispatch(rules).walk(script, own);
    } else if (model instanceof MakefileModel makefile) {
      ShellDispatch shell = new ShellDispatch(rules);
      for (RecipeScript recipe : makefile.recipes()) {
        shell.walk(recipe, own);
      }
    } else if (model instanceof UnitModel unit) {
      ShellDispatch shell = new ShellDispatch(rules);
      for (UnitScript command : unit.commands()) {
        shell.walk(command, own);
      }
    } else if (model instanceof WorkflowModel workflow) {
      new ShellDispatch(rules).walk(workflow, own);
    }
    return List.of();
  }

  /** Where it is stuck outside of a rule, there is none to leave out: the file is given up. */
  @Override
  public WatchedTask withoutStuckRule() {
    String rule = current();
    if (!isRead || rule.isEmpty()) {
      return new JudgeTask(reading, part, shared, rules, suppressions, stuck, Faults.UNENDING);
    }
    List<ToolFailure> more = new ArrayList<>(stuck);
    more.add(new ToolFailure(rule, file(), "it did not come to an end"));
    return new JudgeTask(reading, part, shared, rules, suppressions, more, "");
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
