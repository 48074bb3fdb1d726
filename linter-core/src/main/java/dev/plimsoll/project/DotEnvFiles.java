package dev.plimsoll.project;

import dev.plimsoll.model.compose.Environment;
import dev.plimsoll.parse.small.DotEnvReader;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.project.ComposeStore.Variables;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Files of variables for a Compose project, as far as they are there. */
final class DotEnvFiles {

  private static final int LONGEST = 1024 * 1024;

  private final ComposeStore store;
  private final Inquiry inquiry;

  DotEnvFiles(ComposeStore store, Inquiry inquiry) {
    this.store = store;
    this.inquiry = inquiry;
  }

  /** The file of that name; nothing where it is not there or cannot be read. */
  Optional<DotEnvFile> read(String name) {
    Optional<Variables> variables = variables(name);
    return variables.isEmpty() ? Optional.empty() : Optional.of(variables.get().file());
  }

  /** What a project has whose file of variables has that name. */
  Environment environment(String name) {
    Optional<Variables> variables = variables(name);
    return variables.isEmpty() ? Environment.EMPTY : variables.get().environment();
  }

  private Optional<Variables> variables(String name) {
    inquiry.reached(name);
    Workspace workspace = store.workspace();
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return Optional.empty();
    }
    Optional<Variables> known = store.variables().find(name);
    if (known.isPresent()) {
      return known;
    }
    try {
      SourceFile file = workspace.read(name);
      return file.firstNul() >= 0 ? Optional.empty() : Optional.of(read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Variables read(SourceFile file) {
    DotEnvFile read =
        DotEnvReader.read(file.text(), DotEnvFile.Format.COMPOSE, Map.of(), Map.of()).tree();
    Variables variables = new Variables(read, Environment.EMPTY.with(read));
    store.variables().put(file.name(), variables, file.text().content().length());
    return variables;
  }
}
