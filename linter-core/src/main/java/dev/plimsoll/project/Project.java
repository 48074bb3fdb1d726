package dev.plimsoll.project;

import dev.plimsoll.source.Workspace;

/** The linked model of one run: all files that were read, and what lies beside them. */
public final class Project {

  private final Workspace workspace;
  private final ModelSource models;
  private final StartCommands startCommands;

  public Project(Workspace workspace, ModelSource models) {
    this.workspace = workspace;
    this.models = models;
    this.startCommands = new StartCommands(workspace);
  }

  StartCommands startCommands() {
    return startCommands;
  }

  ModelSource models() {
    return models;
  }

  Workspace workspace() {
    return workspace;
  }
}
