package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeFiles;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The files of Compose sets, read once as long as they are asked for often. */
final class SetFiles implements ComposeFiles {

  private final Workspace workspace;
  private final Recent<String, Optional<ComposeFile>> files;
  private final Inquiry inquiry;

  SetFiles(Workspace workspace, Recent<String, Optional<ComposeFile>> files, Inquiry inquiry) {
    this.workspace = workspace;
    this.files = files;
    this.inquiry = inquiry;
  }

  /** The same files, of which another inquiry takes note. */
  SetFiles noting(Inquiry other) {
    return new SetFiles(workspace, files, other);
  }

  /** Takes a file that was read already. */
  void add(ComposeFile file) {
    files.put(file.name(), Optional.of(file), file.source().content().length());
  }

  /**
   * The names in a folder; none where it cannot be listed.
   *
   * @param folder with its slash, or empty for the workspace's root
   */
  List<String> names(String folder) {
    try {
      return workspace.list(folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1));
    } catch (IOException e) {
      inquiry.lackedContext();
      return List.of();
    }
  }

  boolean exists(String name) {
    inquiry.reached(name);
    return workspace.kind(name) == Workspace.Kind.FILE;
  }

  @Override
  public Optional<List<YamlDocument>> documents(String name) {
    Optional<ComposeFile> file = file(name);
    return file.isEmpty() ? Optional.empty() : Optional.of(file.get().documents());
  }

  /** The file of that name; nothing where it is not there or cannot be read. */
  Optional<ComposeFile> file(String name) {
    inquiry.reached(name);
    Optional<Optional<ComposeFile>> known = files.find(name);
    return known.isPresent() ? known.get() : read(name);
  }

  private Optional<ComposeFile> read(String name) {
    Optional<SourceText> text = text(name);
    Optional<ComposeFile> file =
        text.isEmpty() ? Optional.empty() : Optional.of(ComposeFile.of(text.get()));
    files.put(name, file, text.isEmpty() ? name.length() : text.get().content().length());
    return file;
  }

  @Override
  public Optional<SourceText> text(String name) {
    if (!exists(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(workspace.read(name).text());
    } catch (IOException e) {
      inquiry.lackedContext();
      return Optional.empty();
    }
  }

  @Override
  public boolean isFolder(String name) {
    String real = name.equals(".") ? "" : name; // the workspace's root
    inquiry.reached(real);
    return workspace.kind(real) == Workspace.Kind.DIRECTORY;
  }
}
