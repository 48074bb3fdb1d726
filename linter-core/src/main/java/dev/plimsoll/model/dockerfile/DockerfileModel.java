package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SourceText;
import java.util.List;

/** One Dockerfile: its stages and all steps in the order of the text. */
public record DockerfileModel(
    DockerfileTree tree, List<Problem> problems, List<Stage> stages, List<Step> steps) {

  public DockerfileModel {
    problems = List.copyOf(problems);
    stages = List.copyOf(stages);
    steps = List.copyOf(steps);
  }

  public static DockerfileModel of(Parsed<DockerfileTree> parsed, ScriptSource scripts) {
    return new ModelBuilder(parsed, scripts).build();
  }

  /** The name of the file in its workspace. */
  public String name() {
    return source().name();
  }

  public SourceText source() {
    return tree.source();
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
