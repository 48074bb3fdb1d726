package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The project as one rule sees it: each question notes in the {@link Inquiry} what it rests on. */
public final class ProjectView {

  private final Project project;
  private final Inquiry inquiry;
  private final ComposeView compose;
  private Optional<BuildContexts> lastContext = Optional.empty();

  public ProjectView(Project project, Inquiry inquiry) {
    this.project = project;
    this.inquiry = inquiry;
    this.compose = new ComposeView(project, inquiry, this);
  }

  /** What the files of Compose say, and what they name. */
  public ComposeView compose() {
    return compose;
  }

  /**
   * The descriptions that an OpenAPI file is a part of: as an entry its own, else those of the
   * documents that reach it, or its own where none does.
   */
  public List<OpenApiDescription> descriptions(OpenApiFile file) {
    return project.openApi().descriptions(file, inquiry);
  }

  /** The descriptions of the other documents that reach one by their references. */
  public List<OpenApiDescription> descriptionsReaching(OpenApiFile document) {
    return project.openApi().descriptionsReaching(document, inquiry);
  }

  /** Whether a build of a Dockerfile may bring a context of that name. */
  public boolean mayBringContext(DockerfileModel file, String name) {
    return new NamedContexts(project.workspace(), project.compose().commands(), inquiry)
        .mayBring(file.source().name(), name);
  }

  /** The Dockerfile of that name, if it was read. */
  public Optional<DockerfileModel> dockerfile(String name) {
    inquiry.reached(name);
    return project.models().dockerfile(name);
  }

  /**
   * The text of a file of the build context; empty where it has no such file, unknown where the
   * context cannot be told.
   *
   * @param path below the context, without variables and patterns
   */
  public Answer<Optional<SourceText>> contextFile(DockerfileModel file, String path) {
    return noted(context(file).file(path));
  }

  /**
   * Whether the ignore file keeps a source of COPY or ADD out of the build context; unknown where
   * the context cannot be told.
   *
   * @param source as written: a path without variables and patterns
   */
  public Answer<Optional<Exclusion>> excluded(DockerfileModel file, String source) {
    return noted(context(file).excluded(source));
  }

  /**
   * The file of the build context that one COPY or ADD puts into the image under a path; nothing
   * where it is none that is seen.
   *
   * @param path the whole path in the image
   */
  public Answer<Optional<SourceText>> copiedFile(DockerfileModel file, Copy copy, String path) {
    for (String source : copy.contextPathsOf(path)) {
      Answer<Optional<SourceText>> answer = contextFile(file, source);
      if (answer instanceof Answer.Known<Optional<SourceText>> known && known.value().isPresent()) {
        return answer;
      }
    }
    return new Answer.Known<>(Optional.empty(), List.of());
  }

  /**
   * The file of the build context that a container finds under a path or, without a slash, by its
   * search path: nothing where it comes from elsewhere, unknown where it is not seen.
   */
  public Answer<Optional<SourceText>> copiedFile(DockerfileModel file, Stage stage, String path) {
    return copiedFiles(file, stage).find(path);
  }

  /**
   * Whether what a container of this stage starts as root goes on as another user by itself, as far
   * as that is to be seen.
   */
  public boolean dropsPrivileges(DockerfileModel file, Stage stage) {
    return new PrivilegeDrop(stage, copiedFiles(file, stage)).isSeen();
  }

  /** The build context of a file: a rule asks about one file many times. */
  private BuildContexts context(DockerfileModel file) {
    Optional<BuildContexts> known = lastContext;
    if (known.isPresent() && known.get().isOf(file)) {
      return known.get();
    }
    BuildContexts made = BuildContexts.of(project, inquiry, file);
    lastContext = Optional.of(made);
    return made;
  }

  private CopiedFiles copiedFiles(DockerfileModel file, Stage stage) {
    return new CopiedFiles(stage, context(file));
  }

  /**
   * The name in the workspace of a file that a fix may put into the build context; nothing where it
   * is taken, or the ignore file would keep it out.
   *
   * @param source the path by which COPY would name it
   */
  public Answer<Optional<String>> newContextFile(DockerfileModel file, String source) {
    return context(file).newFile(source);
  }

  /**
   * The ignore file by which the build context of a Dockerfile is filtered, or nothing where it has
   * none; unknown where it cannot be read.
   */
  public Answer<Optional<IgnoreFile>> ignoreFile(DockerfileModel file) {
    return noted(context(file).ignoreRules());
  }

  /**
   * Which files of some names a source of COPY or ADD, being a folder, takes along into the image;
   * unknown where the context cannot be told.
   *
   * @param source as written: a path without variables and patterns
   * @param names of files right in that folder
   */
  public Answer<Reaching> reaching(DockerfileModel file, String source, List<String> names) {
    return noted(context(file).reaching(source, names));
  }

  /**
   * Scripts of an entrypoint's name beside a Dockerfile that no file near speaks of, and no build
   * takes with its folder; none beside another than the first Dockerfile of a folder.
   */
  public List<String> unusedEntrypoints(DockerfileModel file) {
    return new UnusedEntrypoints(project.workspace(), inquiry).beside(file);
  }

  /**
   * The builds of the project that make what a Dockerfile starts from, the lowest first; none where
   * that is pulled, or no Compose file near it tells.
   */
  public List<ServiceImage.Built> baseBuilds(DockerfileModel file) {
    return new BaseBuilds(project, inquiry).of(file.name());
  }

  /**
   * All words, in lower case, of the sources and settings below the folder of a Dockerfile; nothing
   * where these are too many, or no Python is among them.
   */
  public Optional<Set<String>> sourceWords(DockerfileModel file) {
    return new SourceWords(project.workspace(), inquiry).below(WorkspacePaths.parent(file.name()));
  }

  /** The targets of the Bake files in a folder, of which it is known what they build. */
  public List<BakeTarget> bakeTargets(String folder) {
    return new BakeFiles(project.workspace(), inquiry).in(folder);
  }

  <T> Answer<T> noted(Answer<T> answer) {
    if (answer instanceof Answer.Unknown) {
      inquiry.lackedContext();
    }
    return answer;
  }
}
