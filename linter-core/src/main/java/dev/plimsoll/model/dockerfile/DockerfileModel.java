package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.dockerfile.tree.Directive;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One Dockerfile: its stages and all steps in the order of the text. */
public record DockerfileModel(
    DockerfileTree tree, List<Problem> problems, List<Stage> stages, List<Step> steps)
    implements SourceModel {

  public DockerfileModel {
    problems = List.copyOf(problems);
    stages = List.copyOf(stages);
    steps = List.copyOf(steps);
  }

  public static DockerfileModel of(
      Parsed<DockerfileTree> parsed, ScriptReader scripts, BaseImages images) {
    return of(parsed, scripts, images, BuildArguments.UNKNOWN);
  }

  /** What a file says to a build of which the arguments are known. */
  public static DockerfileModel of(
      Parsed<DockerfileTree> parsed,
      ScriptReader scripts,
      BaseImages images,
      BuildArguments arguments) {
    return new ModelBuilder(parsed, scripts, images, arguments).build();
  }

  /**
   * The stage that a build is asked for by name, in any case, or by index; of several with one name
   * the last.
   */
  public Optional<Stage> stage(String target) {
    String lower = target.toLowerCase(Locale.ROOT);
    for (int i = stages.size() - 1; i >= 0; i--) {
      Optional<String> name = stages.get(i).name();
      if (name.isPresent() ? name.get().equals(lower) : lower.equals(Integer.toString(i))) {
        return Optional.of(stages.get(i));
      }
    }
    return Optional.empty();
  }

  /** The stage that a build makes unless it is asked for another; absent without a FROM. */
  public Optional<Stage> finalStage() {
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
  }

  /** The stages that a build of one runs, itself among them, in the order of the text. */
  public List<Stage> neededFor(Stage target) {
    return new StageGraph(stages).neededFor(target);
  }

  /** The stages from which another takes something: by FROM, by COPY, by a mount of RUN. */
  public List<Stage> sources() {
    return new StageGraph(stages).sources();
  }

  /** The steps that make the layers of the final image, those of the stages below it first. */
  public List<Step> finalSteps() {
    List<Step> found = new ArrayList<>();
    Optional<Stage> stage = finalStage();
    while (stage.isPresent()) {
      found.addAll(0, stage.get().steps());
      stage =
          stage.get().base() instanceof Base.OfStage base
              ? Optional.of(base.stage())
              : Optional.empty();
    }
    return found;
  }

  /** Whether a stage runs a command while it is built. */
  public boolean hasRun() {
    for (Stage stage : stages) {
      for (Step step : stage.steps()) {
        if (step instanceof Run) {
          return true;
        }
      }
    }
    return false;
  }

  /** The images that it names, in the order of the text; stages and unknown names are none. */
  public List<ImageUse> images() {
    List<ImageUse> uses = new ArrayList<>();
    for (Step step : steps) {
      uses.addAll(ImageUse.of(step, this));
    }
    return uses;
  }

  /** Those that a build of one stage takes something from. */
  public List<ImageUse> imagesFor(Stage target) {
    List<ImageUse> uses = new ArrayList<>();
    for (Stage stage : neededFor(target)) {
      for (Step step : stage.steps()) {
        uses.addAll(ImageUse.of(step, this));
      }
    }
    return uses;
  }

  /**
   * The arguments that a build may set: those of each ARG, wherever it stands, and of those that it
   * leaves to the builds on top of it.
   */
  public List<String> arguments() {
    List<String> names = new ArrayList<>();
    for (Step step : steps) {
      Instruction tree =
          step.tree() instanceof Instruction.Onbuild onbuild ? onbuild.trigger() : step.tree();
      if (tree instanceof Instruction.Arg arg) {
        for (Instruction.Arg.Definition definition : arg.definitions()) {
          names.add(definition.name().text());
        }
      }
    }
    return names;
  }

  /** Whether another program than the usual one reads it, as its syntax directive says. */
  public boolean hasOtherFrontend() {
    for (Directive directive : tree.directives()) {
      if (directive.name().equals("syntax") && !directive.value().text().contains("dockerfile")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The stages whose layers are part of the image that a build makes: the final one, those it
   * descends from, and those that are copied whole.
   */
  public List<Stage> shipped() {
    return new StageGraph(stages).shipped();
  }

  /**
   * The stages whose layers are part of an image that somebody may build: the final one, each other
   * that is no source of a stage, and those that these descend from.
   */
  public List<Stage> delivered() {
    return new StageGraph(stages).delivered();
  }

  /**
   * Whether a name is an argument outside of stages, which a stage does not see before an ARG of
   * its own: one before the first FROM, or one of those by which the builder tells the platforms.
   */
  public boolean isGlobalArgument(String variable) {
    if (GlobalArguments.isPlatform(variable)) {
      return true;
    }
    return !stages.isEmpty() && stages.get(0).steps().get(0).before().declares(variable);
  }

  @Override
  public SourceText source() {
    return tree.source();
  }

  @Override
  public Optional<Slice> template() {
    return TemplateMark.in(tree);
  }

  @Override
  public List<Facet> facets() {
    return Facets.of(this);
  }

  /** Where secrets stand in it: by the names before them, their looks, and what reads them. */
  @Override
  public List<Place> secrets() {
    return SecretValues.of(this);
  }

  /** Those of the file, then those of its scripts. */
  @Override
  public List<Slice> comments() {
    return CommentSites.comments(this);
  }

  @Override
  public CommentSite site(Slice comment) {
    return new CommentSites(this).of(comment);
  }
}
