package dev.plimsoll.project;

import dev.plimsoll.text.Slice;

/**
 * Why a path is kept out of a build context.
 *
 * @param file the ignore file's name in the workspace
 * @param pattern the line that decides
 */
public record Exclusion(String file, Slice pattern) {

  /** The ignore file as people call it: its folder shows where the pattern is pointed at. */
  public String baseName() {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
