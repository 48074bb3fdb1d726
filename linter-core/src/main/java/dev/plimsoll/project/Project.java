package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.source.Workspace;
import java.util.SortedMap;
import java.util.TreeMap;

/** The linked model of one run: all files that were read, and what lies beside them. */
public final class Project {

  private final Workspace workspace;
  private final SortedMap<String, DockerfileModel> dockerfiles;

  public Project(Workspace workspace, SortedMap<String, DockerfileModel> dockerfiles) {
    this.workspace = workspace;
    this.dockerfiles = new TreeMap<>(dockerfiles);
  }

  /** The Dockerfiles, by name. */
  public SortedMap<String, DockerfileModel> dockerfiles() {
    return dockerfiles;
  }

  Workspace workspace() {
    return workspace;
  }
}
