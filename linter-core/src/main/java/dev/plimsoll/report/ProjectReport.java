package dev.plimsoll.report;

import dev.plimsoll.project.map.ProjectMap;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the map of a project in one format. */
public interface ProjectReport {

  /**
   * Writes all of it; the stream stays open.
   *
   * @param paths how files are named
   */
  void write(ProjectMap map, PathNames paths, OutputStream out) throws IOException;
}
