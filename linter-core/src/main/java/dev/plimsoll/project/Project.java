package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.source.Workspace;
import java.util.List;
import java.util.Optional;

/** The linked model of one run: all files that were read, and what lies beside them. */
public final class Project {

  private final Workspace workspace;
  private final ModelSource models;
  private final BuildModels builds;
  private final ComposeBuilds composeBuilds;
  private Optional<ComposeStore> compose = Optional.empty();
  private Optional<OpenApiStore> openApi = Optional.empty();

  public Project(Workspace workspace, ModelSource models) {
    this.workspace = workspace;
    this.models = models;
    this.builds = new BuildModels(models);
    this.composeBuilds = new ComposeBuilds(this);
  }

  /** Made when it is asked for: most Dockerfiles have no Compose file near. */
  synchronized ComposeStore compose() {
    Optional<ComposeStore> known = compose;
    if (known.isPresent()) {
      return known.get();
    }
    ComposeStore made = new ComposeStore(workspace, new StartCommands(workspace));
    compose = Optional.of(made);
    return made;
  }

  /** Made when it is asked for. */
  synchronized OpenApiStore openApi() {
    OpenApiStore known = openApi.isPresent() ? openApi.get() : new OpenApiStore(workspace, models);
    openApi = Optional.of(known);
    return known;
  }

  ComposeBuilds composeBuilds() {
    return composeBuilds;
  }

  ModelSource models() {
    return models;
  }

  /** The Dockerfile of a build, read with its arguments; nothing where it cannot be read. */
  Optional<DockerfileModel> dockerfile(ServiceBuild build, Inquiry inquiry) {
    String name = build.dockerfile();
    inquiry.reached(name);
    if (workspace.kind(name) == Workspace.Kind.ABSENT && name.endsWith("Dockerfile")) {
      name = name.substring(0, name.length() - "Dockerfile".length()) + "dockerfile";
      inquiry.reached(name); // the other name under which builders look for it
    }
    return builds.find(name, build.arguments());
  }

  /** The files that a build copies into the image of its stage. */
  CopiedFiles copiedFiles(ServiceImage.Built built, Inquiry inquiry) {
    List<BuildContext> one = List.of(context(built, inquiry));
    return new CopiedFiles(built.stage(), new BuildContexts(built.file(), one));
  }

  /** The image that a build makes of another of its stages. */
  ServiceImage image(ServiceImage.Built built, Stage stage) {
    Answer<ServiceImage> base =
        stage.base().root().equals(built.stage().base().root()) ? built.base() : ofImage(stage);
    return new ServiceImage.Built(built.service(), built.file(), stage, built.context(), base);
  }

  /** What a stage starts from as its FROM says. */
  private static Answer<ServiceImage> ofImage(Stage stage) {
    if (stage.base().root() instanceof Base.OfImage image) {
      return image.reference().isEmpty()
          ? new Answer.Unknown<>("a variable names the image")
          : new Answer.Known<>(
              new ServiceImage.Pulled(image.name(), image.reference().get(), image.known()),
              List.of());
    }
    return new Answer.Known<>(new ServiceImage.Scratch(), List.of());
  }

  BuildContext context(ServiceImage.Built built, Inquiry inquiry) {
    return new BuildContext(workspace, inquiry, built.file(), Optional.of(built.context()));
  }

  Workspace workspace() {
    return workspace;
  }
}
