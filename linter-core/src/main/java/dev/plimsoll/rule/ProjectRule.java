package dev.plimsoll.rule;

import dev.plimsoll.model.dockerfile.DockerfileModel;

/** A rule that asks the project about a file; it lies in the package of that file's language. */
public abstract class ProjectRule extends Rule {

  /** Each Dockerfile among the targets, or whose finding may rest on one. */
  public void dockerfile(DockerfileModel file, RuleContext context) {}
}
