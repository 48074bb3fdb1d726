package dev.plimsoll.engine;

import dev.plimsoll.project.Project;
import dev.plimsoll.source.Workspace;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Links the files of a workspace for those who ask the project without any rule. */
public final class ProjectLinker {

  private ProjectLinker() {}

  /** The project; files are read when they are asked about. */
  public static Project link(Workspace workspace) {
    RunReaders readers = new RunReaders(new Readers(), Map.of(), Set.of());
    return new Project(workspace, new Models(workspace, new TreeMap<>(), readers));
  }
}
