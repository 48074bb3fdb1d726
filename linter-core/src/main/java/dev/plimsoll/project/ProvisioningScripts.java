package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.script.ScriptModel;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scripts that set up a host and start a Compose set there, by themselves or by a file that the new
 * host runs, or copy its file to it.
 */
final class ProvisioningScripts implements HostSource {

  private static final int LONGEST = 256 * 1024;

  private final Project project;
  private final Inquiry inquiry;

  ProvisioningScripts(Project project, Inquiry inquiry) {
    this.project = project;
    this.inquiry = inquiry;
  }

  @Override
  public List<HostSetup> of(ComposeSet set) {
    List<HostSetup> setups = new ArrayList<>();
    StartCommands commands = project.compose().commands();
    if (commands.haveOneOf(set.folder(), ProvisioningScript.PROGRAMS)) {
      ScriptReaders readers = project.models().borrow();
      for (SourceText text : commands.scriptsNear(set.folder())) {
        inquiry.reached(text.name());
        if (ProvisioningScript.sets(text)) {
          Optional<HostSetup> setup = setup(text, set, readers);
          if (setup.isPresent()) {
            setups.add(setup.get());
          }
        }
      }
      project.models().giveBack(readers);
    }
    return setups;
  }

  private Optional<HostSetup> setup(SourceText text, ComposeSet set, ScriptReaders readers) {
    ProvisioningScript script = new ProvisioningScript(project, inquiry, set);
    if (FileKind.of(text.name()) == FileKind.SHELL || text.content().startsWith("#!")) {
      script.add(text, ScriptModel.of(text, readers.scripts()).script().commands());
      for (String path : script.startFiles()) {
        Optional<SourceText> part = file(text.name(), path);
        if (part.isPresent()) {
          script.add(part.get(), ScriptModel.of(part.get(), readers.scripts()).script().commands());
        }
      }
    } else {
      script.add(text, List.of()); // what it says of hosts is not read
    }
    return script.setup();
  }

  /** A file as seen from where a script lies, or from a folder above it. */
  private Optional<SourceText> file(String script, String path) {
    Workspace workspace = project.workspace();
    String at = script;
    while (!at.isEmpty()) {
      at = WorkspacePaths.parent(at);
      Optional<String> name = WorkspacePaths.resolve(at, path);
      if (name.isPresent()
          && workspace.kind(name.get()) == Workspace.Kind.FILE
          && workspace.size(name.get()) <= LONGEST) {
        inquiry.reached(name.get());
        try {
          SourceFile file = workspace.read(name.get());
          return file.firstNul() < 0 ? Optional.of(file.text()) : Optional.empty();
        } catch (IOException e) {
          return Optional.empty(); // what cannot be read says nothing
        }
      }
    }
    return Optional.empty();
  }
}
