package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.yaml.YamlHalves;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What is made of one text for all tasks that judge a part of it: the first makes it, and the
 * others help, or wait. Safe for use by several threads.
 */
final class Reading {

  private final SourceText text;
  private final RunReaders readers;
  private final Object partition = new Object();
  private boolean isParted;
  private volatile Optional<YamlHalves> halves = Optional.empty();
  private volatile Optional<SourceModel> model = Optional.empty();
  private volatile Optional<Described> described = Optional.empty();

  /**
   * The descriptions that a file is a part of.
   *
   * @param asked what they rest on
   */
  record Described(List<OpenApiDescription> all, Inquiry asked) {}

  Reading(SourceText text, RunReaders readers) {
    this.text = text;
    this.readers = readers;
  }

  SourceText text() {
    return text;
  }

  /** Whether the file may be another tool's. */
  boolean isGuessed() {
    return readers.guessed().contains(text.name());
  }

  /** Reads a half of an OpenAPI file, while another thread makes the model. */
  void help() {
    Optional<YamlHalves> parted = halves();
    if (parted.isPresent()) {
      parted.get().readSecond();
    }
  }

  private Optional<YamlHalves> halves() {
    synchronized (partition) {
      if (!isParted) {
        isParted = true;
        boolean isYaml = readers.isOpenApi(text.name()) && !OpenApiFile.isJson(text.name());
        boolean isNew = readers.known(text).isEmpty();
        halves = isYaml && isNew ? YamlHalves.of(text) : Optional.empty();
      }
      return halves;
    }
  }

  /** The model, made together with the threads that have the other parts, if there are some. */
  synchronized SourceModel model(Part part) {
    Optional<SourceModel> known = model;
    if (known.isPresent()) {
      return known.get();
    }
    Optional<YamlHalves> parted = part.isAll() ? Optional.empty() : halves();
    SourceModel made =
        parted.isPresent()
            ? readers.keep(OpenApiFile.of(text, parted.get().read()))
            : readers.model(text).orElseThrow();
    model = Optional.of(made);
    return made;
  }

  /**
   * Lets go of all that was made: a model goes once its file is judged. Waits for none, as a thread
   * that was given up may be at it for ever.
   */
  void forget() {
    halves = Optional.empty();
    model = Optional.empty();
    described = Optional.empty();
  }

  synchronized Described describe(OpenApiFile file, SharedFindings shared) {
    Optional<Described> known = described;
    if (known.isPresent()) {
      return known.get();
    }
    Inquiry asked = new Inquiry();
    ProjectView view = new ProjectView(shared.project(), asked);
    Described made = new Described(view.descriptions(file), asked);
    described = Optional.of(made);
    return made;
  }
}
