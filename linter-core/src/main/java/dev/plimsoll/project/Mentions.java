package dev.plimsoll.project;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells whether the people who work on a project are told of a file: by a script or in writing. */
final class Mentions {

  private static final int LONGEST = 512 * 1024;
  private static final int MOST_FILES = 100;

  /** Folders in which instructions lie, and settings of editors. */
  private static final List<String> PLACES =
      List.of("doc", "docs", "documentation", ".devcontainer", ".vscode", ".idea", ".run");

  private final Workspace workspace;
  private final StartCommands scripts;
  private final Inquiry inquiry;

  Mentions(Workspace workspace, StartCommands scripts, Inquiry inquiry) {
    this.workspace = workspace;
    this.scripts = scripts;
    this.inquiry = inquiry;
  }

  /** Whether something in a folder, or in one above it, names a file. */
  boolean areOf(String folder, String base) {
    if (scripts.mention(folder, base)) {
      return true;
    }
    String at = folder;
    while (true) {
      if (isNamedIn(at, base)) {
        return true;
      }
      for (String place : PLACES) {
        if (isNamedIn(WorkspacePaths.below(at, place), base)) {
          return true;
        }
      }
      if (at.isEmpty()) {
        return false;
      }
      at = WorkspacePaths.parent(at);
    }
  }

  private boolean isNamedIn(String folder, String base) {
    for (String name : texts(folder)) {
      Optional<String> text = text(name);
      if (text.isEmpty() || TextWords.has(text.get(), base)) {
        return true; // what cannot be read may name it
      }
    }
    return false;
  }

  private List<String> texts(String folder) {
    List<String> names = new ArrayList<>();
    if (workspace.kind(folder) != Workspace.Kind.DIRECTORY) {
      return names;
    }
    try {
      for (String entry : workspace.list(folder)) {
        String name = WorkspacePaths.below(folder, entry);
        if (isText(entry)
            && workspace.kind(name) == Workspace.Kind.FILE
            && names.size() < MOST_FILES) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      inquiry.lackedContext();
    }
    return names;
  }

  private static boolean isText(String entry) {
    String lower = entry.toLowerCase(Locale.ROOT);
    return lower.startsWith("readme")
        || lower.endsWith(".md")
        || lower.endsWith(".rst")
        || lower.endsWith(".adoc")
        || lower.endsWith(".json")
        || lower.endsWith(".toml")
        || lower.endsWith(".envrc");
  }

  private Optional<String> text(String name) {
    if (workspace.size(name) > LONGEST) {
      return Optional.empty();
    }
    try {
      SourceFile file = workspace.read(name);
      return file.firstNul() < 0 ? Optional.of(file.text().content()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
