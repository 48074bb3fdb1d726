package dev.plimsoll.config;

import dev.plimsoll.source.Glob;
import java.util.ArrayList;
import java.util.List;

/** Globs as a configuration lists them, counted from its folder. */
final class FilePatterns {

  static final FilePatterns NONE = new FilePatterns("", List.of());

  private final String folder;
  private final List<Glob> globs = new ArrayList<>();

  /**
   * @param folder the workspace name from which the globs count, empty for the root
   */
  FilePatterns(String folder, List<String> globs) {
    this.folder = folder;
    for (String glob : globs) {
      this.globs.add(Glob.of(glob));
    }
  }

  boolean matches(String file) {
    return matchesHere(within(file));
  }

  /** Whether the file or a folder around it, up to the configuration's own, is meant. */
  boolean matchesWithFolders(String file) {
    String name = within(file);
    while (!name.isEmpty()) {
      if (matchesHere(name)) {
        return true;
      }
      name = name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
    return false;
  }

  private String within(String file) {
    return folder.isEmpty() ? file : file.substring(Math.min(file.length(), folder.length() + 1));
  }

  private boolean matchesHere(String name) {
    for (Glob glob : globs) {
      if (glob.matches(name)) {
        return true;
      }
    }
    return false;
  }
}
