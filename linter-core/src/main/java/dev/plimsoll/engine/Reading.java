package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What is made of one text for all tasks that judge a part of it: the first makes it, and the
 * others wait. Safe for use by several threads.
 */
final class Reading {

  private final SourceText text;
  private final RunReaders readers;
  private Optional<SourceModel> model = Optional.empty();
  private Optional<Described> described = Optional.empty();

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

  synchronized SourceModel model() {
    SourceModel known = model.isPresent() ? model.get() : readers.model(text).orElseThrow();
    model = Optional.of(known);
    return known;
  }

  /** Lets go of all that was made: a model goes once its file is judged. */
  synchronized void forget() {
    model = Optional.empty();
    described = Optional.empty();
  }

  synchronized Described describe(OpenApiFile file, SharedFindings shared) {
    if (described.isPresent()) {
      return described.get();
    }
    Inquiry asked = new Inquiry();
    ProjectView view = new ProjectView(shared.project(), asked);
    Described made = new Described(view.descriptions(file), asked);
    described = Optional.of(made);
    return made;
  }
}
