package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The project as one rule sees it: each question notes in the {@link Inquiry} what it rests on. */
public final class ProjectView {

  private final Project project;
  private final Inquiry inquiry;

  public ProjectView(Project project, Inquiry inquiry) {
    this.project = project;
    this.inquiry = inquiry;
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
    Answer<Optional<SourceText>> answer =
        new BuildContext(project.workspace(), inquiry, file).file(path);
    if (answer instanceof Answer.Unknown) {
      inquiry.lackedContext();
    }
    return answer;
  }

  /**
   * What a file says that lies where a Dockerfile does, and so most likely at the top of its build
   * context; unknown where there is none.
   *
   * @param path without {@code ..}
   */
  public Answer<SourceText> beside(DockerfileModel file, String path) {
    String folder = file.name().substring(0, file.name().lastIndexOf('/') + 1);
    String name = folder + path;
    inquiry.reached(name);
    if (project.workspace().kind(name) == Workspace.Kind.FILE) {
      try {
        SourceText text = project.workspace().read(name).text();
        return new Answer.Known<>(text, List.of(new Place(name, Span.at(0))));
      } catch (IOException e) {
        inquiry.lackedContext();
        return new Answer.Unknown<>(name + " cannot be read");
      }
    }
    return new Answer.Unknown<>("there is no " + name);
  }

  /**
   * Whether the ignore file keeps a source of COPY or ADD out of the build context; unknown where
   * the context cannot be told.
   *
   * @param source as written: a path without variables and patterns
   */
  public Answer<Optional<Exclusion>> excluded(DockerfileModel file, String source) {
    Answer<Optional<Exclusion>> answer =
        new BuildContext(project.workspace(), inquiry, file).excluded(source);
    if (answer instanceof Answer.Unknown) {
      inquiry.lackedContext();
    }
    return answer;
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

  private CopiedFiles copiedFiles(DockerfileModel file, Stage stage) {
    return new CopiedFiles(stage, new BuildContext(project.workspace(), inquiry, file));
  }

  /**
   * The name in the workspace of a file that a fix may put into the build context; nothing where it
   * is taken, or the ignore file would keep it out.
   *
   * @param source the path by which COPY would name it
   */
  public Answer<Optional<String>> newContextFile(DockerfileModel file, String source) {
    return new BuildContext(project.workspace(), inquiry, file).newFile(source);
  }

  /**
   * The ignore file by which the build context of a Dockerfile is filtered, or nothing where it has
   * none; unknown where it cannot be read.
   */
  public Answer<Optional<IgnoreFile>> ignoreFile(DockerfileModel file) {
    Answer<Optional<IgnoreFile>> answer =
        new BuildContext(project.workspace(), inquiry, file).ignoreRules();
    if (answer instanceof Answer.Unknown) {
      inquiry.lackedContext();
    }
    return answer;
  }

  /**
   * Which files of some names a source of COPY or ADD, being a folder, takes along into the image;
   * unknown where the context cannot be told.
   *
   * @param source as written: a path without variables and patterns
   * @param names of files right in that folder
   */
  public Answer<Reaching> reaching(DockerfileModel file, String source, List<String> names) {
    Answer<Reaching> answer =
        new BuildContext(project.workspace(), inquiry, file).reaching(source, names);
    if (answer instanceof Answer.Unknown) {
      inquiry.lackedContext();
    }
    return answer;
  }
}
