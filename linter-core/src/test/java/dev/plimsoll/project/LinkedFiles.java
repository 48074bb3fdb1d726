package dev.plimsoll.project;

import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.BuildArguments;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** A project of files in memory, for tests; each Dockerfile is read when it is asked for. */
final class LinkedFiles implements ModelSource {

  private final Workspace workspace;
  final Inquiry inquiry = new Inquiry();

  LinkedFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Files given by their names and texts in turn.
   *
   * @param parts name, text, name, text
   */
  static LinkedFiles of(String... parts) {
    MemoryWorkspace workspace = new MemoryWorkspace();
    for (int i = 0; i < parts.length; i += 2) {
      workspace.put(parts[i], parts[i + 1]);
    }
    return new LinkedFiles(workspace);
  }

  /** The project of the files as they are now: one state of them is read once. */
  ProjectView view() {
    return new ProjectView(new Project(workspace, this), inquiry);
  }

  /** The first set of a Compose file. */
  ComposeSet set(String name) {
    return view().compose().composeSets(ComposeFile.of(text(name))).get(0);
  }

  ComposeService service(ComposeSet set, String name) {
    return set.service(name).orElseThrow();
  }

  /** A text; a missing one fails the test. */
  SourceText text(String name) {
    try {
      return workspace.read(name).text();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Optional<DockerfileModel> dockerfile(String name) {
    return workspace.kind(name) == Workspace.Kind.FILE
        ? dockerfile(text(name), BuildArguments.UNKNOWN)
        : Optional.empty();
  }

  @Override
  public Optional<DockerfileModel> dockerfile(SourceText text, BuildArguments arguments) {
    return Optional.of(
        DockerfileModel.of(
            new DockerfileParser().parse(text), new ScriptReader(), new BaseImages(), arguments));
  }

  @Override
  public Set<String> openApiFiles() {
    return Set.of();
  }

  @Override
  public ScriptReaders borrow() {
    return new ScriptReaders();
  }

  @Override
  public void giveBack(ScriptReaders readers) {
    // made anew each time
  }
}
