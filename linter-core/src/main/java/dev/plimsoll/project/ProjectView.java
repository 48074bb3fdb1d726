package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.DockerfileModel;
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
}
