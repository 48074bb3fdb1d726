package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One Dockerfile: its stages and all steps in the order of the text. */
public record DockerfileModel(
    DockerfileTree tree, List<Problem> problems, List<Stage> stages, List<Step> steps) {

  public DockerfileModel {
    problems = List.copyOf(problems);
    stages = List.copyOf(stages);
    steps = List.copyOf(steps);
  }

  public static DockerfileModel of(
      Parsed<DockerfileTree> parsed, ScriptReader scripts, BaseImages images) {
    return new ModelBuilder(parsed, scripts, images).build();
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

  /** The name of the file in its workspace. */
  public String name() {
    return source().name();
  }

  public SourceText source() {
    return tree.source();
  }

  /** Where it shows that it is a template, of which a Dockerfile is still to be made. */
  public Optional<Slice> template() {
    return TemplateMark.in(tree);
  }

  /** What it says, apart from spelling: see {@link Facet}. */
  public List<Facet> facets() {
    return Facets.of(this);
  }

  /** Where secrets stand in it, in order: values of variables and labels whose names say so. */
  public List<Place> secrets() {
    return SecretValues.of(this);
  }
}
