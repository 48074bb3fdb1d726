package dev.plimsoll.policy;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.policy.path.PathDocument;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file as policies see it: its model, and a tree that paths go through. For one thread. */
public final class PolicySubject {

  private final SourceModel model;
  private final Language language;
  private Optional<List<PathDocument>> documents = Optional.empty();

  private PolicySubject(SourceModel model, Language language) {
    this.model = model;
    this.language = language;
  }

  /** A file that policies can judge; nothing for others. */
  public static Optional<PolicySubject> of(SourceModel model) {
    if (model instanceof DockerfileModel) {
      return Optional.of(new PolicySubject(model, Language.DOCKERFILE));
    }
    if (model instanceof OpenApiFile) {
      return Optional.of(new PolicySubject(model, Language.OPENAPI));
    }
    return model instanceof ComposeFile compose && compose.isCompose()
        ? Optional.of(new PolicySubject(model, Language.COMPOSE))
        : Optional.empty();
  }

  public Language language() {
    return language;
  }

  /** The model of a Dockerfile. */
  Optional<DockerfileModel> dockerfile() {
    return model instanceof DockerfileModel dockerfile ? Optional.of(dockerfile) : Optional.empty();
  }

  /** Its trees, each to be asked from anew. */
  List<PathDocument> documents() {
    List<PathDocument> fresh = new ArrayList<>();
    List<PathDocument> made = documents.orElseGet(this::read);
    documents = Optional.of(made);
    for (PathDocument document : made) {
      fresh.add(document.again());
    }
    return fresh;
  }

  private List<PathDocument> read() {
    List<PathDocument> read = new ArrayList<>();
    if (model instanceof DockerfileModel dockerfile) {
      read.add(new PathDocument(DockerfileOutline.of(dockerfile)));
    } else {
      for (YamlDocument document : yaml()) {
        Optional<YamlNode> root = document.root();
        if (root.isPresent()) {
          read.add(new PathDocument(root.get()));
        }
      }
    }
    return read;
  }

  private List<YamlDocument> yaml() {
    if (model instanceof ComposeFile compose) {
      return compose.documents();
    }
    return model instanceof OpenApiFile api ? api.yaml().documents() : List.of();
  }

  /** The structural address of a place. */
  Anchor anchor(Slice place) {
    if (model instanceof ComposeFile compose) {
      return compose.anchor(place);
    }
    if (model instanceof OpenApiFile api) {
      return api.anchor(place);
    }
    return model instanceof DockerfileModel dockerfile ? anchor(dockerfile, place) : Anchor.FILE;
  }

  private static Anchor anchor(DockerfileModel model, Slice place) {
    Span span = place.place().span();
    Anchor anchor = Anchor.FILE;
    for (Step step : model.steps()) {
      if (step.tree().slice().place().span().start() > span.start()) {
        break;
      }
      anchor = step.anchor();
    }
    return anchor;
  }
}
