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
    return Optional.ofNullable(project.dockerfiles().get(name));
  }
}
