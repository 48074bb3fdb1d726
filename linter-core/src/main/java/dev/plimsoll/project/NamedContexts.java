package dev.plimsoll.project;

import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.Locale;

/**
 * The contexts with a name that a build may bring beside its own: Compose's {@code
 * additional_contexts}, Bake's {@code contexts}, {@code --build-context}. Texts are looked through,
 * so that templates of such files count, too.
 */
final class NamedContexts {

  private static final int LONGEST = 1024 * 1024;

  private final Workspace workspace;
  private final StartCommands scripts;
  private final Inquiry inquiry;

  NamedContexts(Workspace workspace, StartCommands scripts, Inquiry inquiry) {
    this.workspace = workspace;
    this.scripts = scripts;
    this.inquiry = inquiry;
  }

  /** Whether a file in a Dockerfile's folder, or in one above, speaks of a context of that name. */
  boolean mayBring(String dockerfile, String name) {
    String at = dockerfile;
    while (!at.isEmpty()) {
      at = WorkspacePaths.parent(at);
      if (isIn(at, name)) {
        return true;
      }
    }
    return scripts.bringsContext(WorkspacePaths.parent(dockerfile), name);
  }

  private boolean isIn(String folder, String name) {
    try {
      for (String entry : workspace.list(folder)) {
        String lower = entry.toLowerCase(Locale.ROOT);
        boolean isBake =
            lower.contains("bake") && (lower.endsWith(".hcl") || lower.endsWith(".json"));
        if (isBake || FileKind.of(entry) == FileKind.COMPOSE) {
          String file = WorkspacePaths.below(folder, entry);
          if (names(file, isBake ? "contexts" : "additional_contexts", name)) {
            return true;
          }
        }
      }
    } catch (IOException e) {
      inquiry.lackedContext();
    }
    return false;
  }

  private boolean names(String file, String key, String name) throws IOException {
    if (workspace.kind(file) != Workspace.Kind.FILE || workspace.size(file) > LONGEST) {
      return false;
    }
    inquiry.reached(file);
    SourceFile source = workspace.read(file);
    String text = source.firstNul() >= 0 ? "" : source.text().content();
    return text.contains(key) && TextWords.has(text, name);
  }
}
