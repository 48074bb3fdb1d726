package dev.plimsoll.model.script;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.CommentSite.Standing;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.command.ScriptSecrets;
import dev.plimsoll.model.command.Shells;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.small.WorkflowReader;
import dev.plimsoll.parse.small.tree.UsedAction;
import dev.plimsoll.parse.small.tree.Workflow;
import dev.plimsoll.parse.small.tree.WorkflowScope;
import dev.plimsoll.parse.small.tree.WorkflowStep;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CI workflow: the scripts in its steps. What the service itself would say of it is not looked
 * at.
 *
 * @param steps one for each script of the workflow, in their order
 * @param actions the steps that actions do, in their order
 * @param unreadable what is no YAML in it
 */
public record WorkflowModel(
    SourceText source,
    Workflow workflow,
    List<StepScript> steps,
    List<ActionStep> actions,
    List<Problem> unreadable)
    implements SourceModel {

  public WorkflowModel {
    steps = List.copyOf(steps);
    actions = List.copyOf(actions);
    unreadable = List.copyOf(unreadable);
  }

  public static WorkflowModel of(SourceText source, ScriptReader scripts, BaseImages images) {
    Parsed<Workflow> parsed = WorkflowReader.read(source);
    Shells shells = new Shells(Dialect.BASH);
    List<StepScript> steps = new ArrayList<>();
    for (WorkflowStep step : parsed.tree().steps()) {
      Anchor anchor = anchor(step.path());
      Optional<Dialect> dialect = shells.dialect(step.shell().get(0));
      Script script = scripts.read(anchor, step.script(), dialect.orElse(Dialect.BASH), shells);
      Script known = step.hasExpressions() ? script.withoutProblems() : script;
      Optional<BaseImage> image = image(step.scope(), images);
      steps.add(new StepScript(anchor, known, step.shell(), step.scope(), image));
    }
    List<ActionStep> actions = new ArrayList<>();
    for (UsedAction action : parsed.tree().actions()) {
      actions.add(new ActionStep(anchor(action.path()), action));
    }
    return new WorkflowModel(source, parsed.tree(), steps, actions, parsed.problems());
  }

  private static Anchor anchor(List<String> path) {
    Anchor anchor = Anchor.FILE;
    for (String name : path) {
      anchor = anchor.child(name.replace('/', '|'));
    }
    return anchor;
  }

  private static Optional<BaseImage> image(WorkflowScope scope, BaseImages images) {
    Optional<ImageReference> reference =
        scope.image().isPresent() ? ImageReference.parse(scope.image().get()) : Optional.empty();
    return reference.isPresent() ? images.find(reference.get()) : Optional.empty();
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(unreadable);
    for (StepScript step : steps) {
      problems.addAll(step.script().problems());
    }
    return problems;
  }

  /** A template's mark where YAML fails at it. */
  @Override
  public Optional<Slice> template() {
    String content = source.content();
    for (Problem problem : unreadable) {
      int at = problem.slice().place().span().start();
      int start = content.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
      int newline = content.indexOf('\n', at);
      String line = content.substring(start, newline < 0 ? content.length() : newline);
      int mark = Math.max(line.replace("${{", "   ").indexOf("{{"), line.indexOf("{%"));
      if (mark >= 0) {
        return Optional.of(source.slice(new Span(start + mark, start + mark + 2)));
      }
    }
    return unreadable.isEmpty() ? Optional.empty() : TemplateLine.marked(source);
  }

  /** Those of the scripts, and what stands around them without the comments. */
  @Override
  public List<Facet> facets() {
    List<Facet> facets = new ArrayList<>();
    List<Span> gaps = new ArrayList<>();
    for (StepScript step : steps) {
      facets.addAll(step.script().facets());
    }
    for (WorkflowStep step : workflow.steps()) {
      for (Slice text : step.texts()) {
        gaps.add(text.place().span());
        facets.add(new Facet(Anchor.FILE, "script"));
      }
    }
    for (Slice comment : workflow.yaml().comments()) {
      gaps.add(gone(comment));
    }
    gaps.sort(null);
    StringBuilder around = new StringBuilder();
    int at = 0;
    for (Span gap : gaps) {
      around.append(source.content(), at, Math.max(at, gap.start()));
      at = Math.max(at, gap.end());
    }
    around.append(source.content(), at, source.content().length());
    facets.add(new Facet(Anchor.FILE, around.toString()));
    return facets;
  }

  /** With its line where it has it to itself. */
  private Span gone(Slice comment) {
    Span span = comment.place().span();
    if (!CommentSite.isAlone(comment)) {
      return span;
    }
    int newline = source.content().indexOf('\n', span.end());
    return new Span(
        source.content().lastIndexOf('\n', span.start()) + 1,
        newline < 0 ? source.content().length() : newline + 1);
  }

  @Override
  public List<Place> secrets() {
    List<Place> places = new ArrayList<>(ScriptSecrets.in(source, steps));
    for (Workflow.Variable variable : workflow.variables()) {
      if (SecretNames.announcesSecret(variable.name())) {
        places.add(variable.value().place());
      }
    }
    return places;
  }

  @Override
  public List<Slice> comments() {
    List<Slice> comments = new ArrayList<>(workflow.yaml().comments());
    for (StepScript step : steps) {
      Optional<ScriptTree> tree = step.script().tree();
      if (tree.isPresent()) {
        comments.addAll(tree.get().comments());
      }
    }
    return comments;
  }

  /** In a script the command after it, else the key or item after it. */
  @Override
  public CommentSite site(Slice comment) {
    Span place = comment.place().span();
    boolean alone = CommentSite.isAlone(comment);
    for (StepScript step : steps) {
      if (step.script().slice().place().span().contains(place)) {
        CommentSite site = step.script().siteAfter(place.end());
        return site.standing(alone ? Standing.BODY : Standing.TRAILING);
      }
    }
    WorkflowNode next = WorkflowNode.after(workflow.yaml(), place.end());
    Standing standing = next.isFirst() ? Standing.HEAD : Standing.BODY;
    Standing own = alone ? standing : Standing.TRAILING;
    return new CommentSite(anchor(next.span()), next.span(), own);
  }

  /** The address of the first script in a range. */
  private Anchor anchor(Span span) {
    for (StepScript step : steps) {
      if (span.contains(step.script().slice().place().span())) {
        return step.anchor();
      }
    }
    return Anchor.FILE;
  }
}
