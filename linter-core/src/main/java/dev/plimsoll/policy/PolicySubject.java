package dev.plimsoll.policy;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.policy.path.Cuts;
import dev.plimsoll.policy.path.PathDocument;
import dev.plimsoll.policy.path.References;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file as policies see it: its model, and a tree that paths go through. For one thread. */
public final class PolicySubject {

  private final SourceModel model;
  private final Language language;
  private final Optional<OpenApiDescription> api;
  private final Map<Links, List<PathDocument>> documents = new EnumMap<>(Links.class);

  /** How references between parts of a description are seen. */
  public enum Links {
    FOLLOWED,
    AS_WRITTEN
  }

  private PolicySubject(SourceModel model, Language language, Optional<OpenApiDescription> api) {
    this.model = model;
    this.language = language;
    this.api = api;
  }

  /** An API's description, all of its files. */
  public static PolicySubject of(OpenApiDescription api) {
    return new PolicySubject(api.entry(), Language.OPENAPI, Optional.of(api));
  }

  /** A Dockerfile or Compose file; nothing for others. */
  public static Optional<PolicySubject> of(SourceModel model) {
    if (model instanceof DockerfileModel) {
      return Optional.of(new PolicySubject(model, Language.DOCKERFILE, Optional.empty()));
    }
    return model instanceof ComposeFile compose && compose.isCompose()
        ? Optional.of(new PolicySubject(model, Language.COMPOSE, Optional.empty()))
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
  List<PathDocument> documents(Links links) {
    List<PathDocument> made = documents.get(links);
    if (made == null) {
      made = read(links);
      documents.put(links, made);
    }
    List<PathDocument> fresh = new ArrayList<>();
    for (PathDocument document : made) {
      fresh.add(document.again());
    }
    return fresh;
  }

  private List<PathDocument> read(Links links) {
    if (model instanceof DockerfileModel dockerfile) {
      return List.of(PathDocument.of(DockerfileOutline.of(dockerfile), Cuts.NONE));
    }
    List<PathDocument> read = new ArrayList<>();
    for (YamlDocument document : yaml()) {
      Optional<YamlNode> root = document.root();
      if (root.isPresent()) {
        read.add(
            api.isPresent() && links == Links.FOLLOWED
                ? PathDocument.of(root.get(), new ApiReferences(api.get()), this::isCut)
                : PathDocument.of(root.get(), this::isCut));
      }
    }
    return read;
  }

  private boolean isCut(YamlNode node) {
    if (model instanceof ComposeFile compose) {
      return compose.yaml().isCut(node);
    }
    return api.isPresent() && api.get().file(node.slice()).yaml().isCut(node);
  }

  /** The references of a description. */
  private record ApiReferences(OpenApiDescription api) implements References {
    @Override
    public Optional<YamlNode> target(Scalar reference) {
      return api.find(reference);
    }

    @Override
    public Optional<YamlNode> root(Slice place) {
      return api.file(place).root().map(root -> root);
    }
  }

  private List<YamlDocument> yaml() {
    if (model instanceof ComposeFile compose) {
      return compose.documents();
    }
    return api.isPresent() ? api.get().entry().yaml().documents() : List.of();
  }

  /** The structural address of a place. */
  Anchor anchor(Slice place) {
    if (model instanceof ComposeFile compose) {
      return compose.anchor(place);
    }
    if (api.isPresent()) {
      return api.get().file(place).anchor(place);
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
