package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What may set the variables of a Compose set besides its {@code .env}: scripts near it, other
 * files of variables, what its readers are told to set.
 */
final class VariableSources {

  private static final int LONGEST = 256 * 1024;

  /** Files in which people are told, or their shell is, what to set. */
  private static final List<String> TOLD = List.of(".envrc", "README.md", "README.rst", "README");

  private static final List<String> SAMPLES =
      List.of("example", "sample", "dist", "template", "tmpl", "tpl", "default", "defaults");

  private final ComposeStore store;
  private final Workspace workspace;
  private final Inquiry inquiry;

  VariableSources(ComposeStore store, Inquiry inquiry) {
    this.store = store;
    this.workspace = store.workspace();
    this.inquiry = inquiry;
  }

  /** Whether one of them may set a variable. */
  boolean maySet(ComposeSet set, String variable) {
    return store.commands().maySet(set.folder(), variable)
        || isTold(set.folder(), variable)
        || isInAnotherFile(set.folder(), variable, false);
  }

  /** The same, or a sample of a file of variables says that it is to be set. */
  boolean shouldSet(ComposeSet set, String variable) {
    return maySet(set, variable) || isInAnotherFile(set.folder(), variable, true);
  }

  /** Whether a script near the set gives a variable a random text in base 64. */
  boolean makeInBase64(ComposeSet set, String variable) {
    return store.commands().makesInBase64(set.folder(), variable);
  }

  private boolean isTold(String folder, String variable) {
    String at = folder;
    while (true) {
      for (String base : TOLD) {
        String name = WorkspacePaths.below(at, base);
        inquiry.reached(name);
        if (holds(name, variable + "=")) {
          return true;
        }
      }
      if (at.isEmpty()) {
        return false;
      }
      at = WorkspacePaths.parent(at);
    }
  }

  private boolean holds(String name, String text) {
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return false;
    }
    try {
      return workspace.read(name).text().content().contains(text);
    } catch (IOException e) {
      inquiry.lackedContext();
      return false;
    }
  }

  private boolean isInAnotherFile(String folder, String variable, boolean samples) {
    try {
      for (String entry : workspace.list(folder)) {
        String lower = entry.toLowerCase(Locale.ROOT);
        boolean ofVariables =
            lower.startsWith(".env") || lower.endsWith(".env") || lower.contains(".env.");
        if (ofVariables && !lower.equals(".env") && (samples || !isSample(lower))) {
          String name = WorkspacePaths.below(folder, entry);
          Optional<DotEnvFile> file = new DotEnvFiles(store, inquiry).read(name);
          if (file.isPresent() && file.get().find(variable).isPresent()) {
            return true;
          }
        }
      }
    } catch (IOException e) {
      inquiry.lackedContext();
    }
    return false;
  }

  private static boolean isSample(String name) {
    for (String word : name.split("[._-]+", -1)) {
      if (SAMPLES.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
