package dev.plimsoll.project;

import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiFiles;
import dev.plimsoll.source.FileFinder;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The files of the workspace that an OpenAPI description names. */
final class DescriptionFiles implements OpenApiFiles {

  private static final long MOST_CHARACTERS = 64_000_000;

  private final Workspace workspace;
  private final Recent<String, Optional<OpenApiFile>> files;
  private final Inquiry inquiry;
  private long read;

  /**
   * Those of a workspace.
   *
   * @param files that were read just now, by name
   */
  DescriptionFiles(
      Workspace workspace, Recent<String, Optional<OpenApiFile>> files, Inquiry inquiry) {
    this.workspace = workspace;
    this.files = files;
    this.inquiry = inquiry;
  }

  @Override
  public synchronized Sought find(String from, String path) {
    Optional<String> resolved = WorkspacePaths.resolve(WorkspacePaths.parent(from), path);
    if (resolved.isEmpty()) {
      return unknown();
    }
    String name = resolved.get();
    inquiry.reached(name);
    return switch (workspace.kind(name)) {
      case ABSENT -> new Sought(State.ABSENT, Optional.empty());
      case DIRECTORY -> new Sought(State.FOLDER, Optional.empty());
      case FILE -> {
        Optional<OpenApiFile> file = file(workspace.canonical(name));
        yield file.isPresent() ? new Sought(State.READ, file) : unknown();
      }
      default -> unknown();
    };
  }

  private Sought unknown() {
    inquiry.lackedContext();
    return new Sought(State.UNKNOWN, Optional.empty());
  }

  /** The file of a name; nothing where it is no YAML or JSON, or cannot be read. */
  Optional<OpenApiFile> file(String name) {
    inquiry.reached(name);
    Optional<Optional<OpenApiFile>> known = files.find(name);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<OpenApiFile> file = Optional.empty();
    if (isReadable(name) && read < MOST_CHARACTERS) {
      try {
        SourceFile source = workspace.read(name);
        if (source.whyNotText().isEmpty()) {
          file = Optional.of(OpenApiFile.of(source.text()));
          read += source.text().content().length();
        }
      } catch (IOException e) {
        file = Optional.empty(); // whoever asks lacks it
      }
    }
    long weight = file.isPresent() ? file.get().source().content().length() : name.length();
    files.put(name, file, weight);
    return file;
  }

  private boolean isReadable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"))
        && workspace.size(name) <= FileFinder.LARGEST_OPENAPI;
  }
}
