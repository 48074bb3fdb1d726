package dev.plimsoll.project;

import dev.plimsoll.model.compose.Environment;
import dev.plimsoll.parse.small.DotEnvReader;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.project.ComposeStore.Variables;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import java.io.IOException;
import java.util.List;
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

  /**
   * What a project has whose files of variables have these names, each of which wins over those
   * before it; nothing is known of it where one is not there.
   */
  Environment environment(List<String> names) {
    Environment environment = Environment.EMPTY;
    for (String name : names) {
      Optional<Environment> more =
          name.isEmpty() ? Optional.empty() : after(environment, name); // outside of the workspace
      if (more.isEmpty()) {
        return Environment.EMPTY;
      }
      environment = more.get();
    }
    return environment;
  }

  /** What earlier files and that of the name set, in whose values their variables stand. */
  private Optional<Environment> after(Environment earlier, String name) {
    if (!earlier.isWritten()) {
      Optional<Variables> alone = variables(name);
      return alone.isEmpty() ? Optional.empty() : Optional.of(alone.get().environment());
    }
    Optional<SourceFile> file = file(name);
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(earlier.with(tree(file.get(), earlier.texts())));
  }

  private Optional<Variables> variables(String name) {
    Optional<Variables> known = store.variables().find(name);
    if (known.isPresent()) {
      inquiry.reached(name);
      return known;
    }
    Optional<SourceFile> file = file(name);
    return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
  }

  private Optional<SourceFile> file(String name) {
    inquiry.reached(name);
    Workspace workspace = store.workspace();
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return Optional.empty();
    }
    try {
      SourceFile file = workspace.read(name);
      return file.firstNul() >= 0 ? Optional.empty() : Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Variables read(SourceFile file) {
    DotEnvFile read = tree(file, Map.of());
    Variables variables = new Variables(read, Environment.EMPTY.with(read));
    store.variables().put(file.name(), variables, file.text().content().length());
    return variables;
  }

  private static DotEnvFile tree(SourceFile file, Map<String, String> earlier) {
    return DotEnvReader.read(file.text(), DotEnvFile.Format.COMPOSE, Map.of(), earlier).tree();
  }
}
