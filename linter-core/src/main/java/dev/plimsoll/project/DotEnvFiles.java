package dev.plimsoll.project;

import dev.plimsoll.parse.small.DotEnvReader;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files of variables for a Compose project, as far as they are there. */
final class DotEnvFiles {

  private static final int LONGEST = 1024 * 1024;

  private final Workspace workspace;
  private final Inquiry inquiry;
  private final Map<String, Optional<DotEnvFile>> known = new HashMap<>();

  DotEnvFiles(Workspace workspace, Inquiry inquiry) {
    this.workspace = workspace;
    this.inquiry = inquiry;
  }

  /** The file of that name; nothing where it is not there or cannot be read. */
  Optional<DotEnvFile> read(String name) {
    inquiry.reached(name);
    Optional<DotEnvFile> file = known.get(name);
    if (file == null) {
      file = load(name);
      known.put(name, file);
    }
    return file;
  }

  private Optional<DotEnvFile> load(String name) {
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return Optional.empty();
    }
    try {
      SourceFile file = workspace.read(name);
      return file.firstNul() >= 0
          ? Optional.empty()
          : Optional.of(
              DotEnvReader.read(file.text(), DotEnvFile.Format.COMPOSE, Map.of(), Map.of()).tree());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
