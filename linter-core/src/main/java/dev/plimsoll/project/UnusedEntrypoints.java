package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scripts of an entrypoint's name that lie beside a Dockerfile, and that nothing takes. */
final class UnusedEntrypoints {

  private static final int MOST_FILES = 200;
  private static final int LONGEST = 256 * 1024;

  private final Workspace workspace;
  private final Inquiry inquiry;

  UnusedEntrypoints(Workspace workspace, Inquiry inquiry) {
    this.workspace = workspace;
    this.inquiry = inquiry;
  }

  /** Those beside the first Dockerfile of a folder; none beside the others. */
  List<String> beside(DockerfileModel file) {
    String name = file.source().name();
    String folder = WorkspacePaths.parent(name);
    List<String> unused = new ArrayList<>();
    List<String> scripts = new ArrayList<>();
    for (String entry : entries(folder)) {
      String path = WorkspacePaths.below(folder, entry);
      if (FileKind.of(path) == FileKind.DOCKERFILE && entry.compareTo(last(name)) < 0) {
        return unused;
      }
      if (isEntrypoint(entry) && workspace.kind(path) == Workspace.Kind.FILE) {
        scripts.add(entry);
      }
    }
    for (String script : scripts) {
      if (!isTaken(folder, script)) {
        unused.add(script);
      }
    }
    return unused;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static boolean isEntrypoint(String entry) {
    String lower = entry.toLowerCase(Locale.ROOT);
    return lower.contains("entrypoint") && (lower.endsWith(".sh") || lower.indexOf('.') < 0);
  }

  private List<String> entries(String folder) {
    try {
      List<String> all = workspace.list(folder);
      return all.subList(0, Math.min(all.size(), MOST_FILES));
    } catch (IOException e) {
      inquiry.lackedContext();
      return List.of();
    }
  }

  /** Whether a file of its folder or of one above names it, or a build may take its folder. */
  private boolean isTaken(String folder, String script) {
    String at = folder;
    while (true) {
      for (String entry : entries(at)) {
        if (!(at.equals(folder) && entry.equals(script))
            && speaksOf(WorkspacePaths.below(at, entry), script)) {
          return true;
        }
      }
      if (at.isEmpty()) {
        return false;
      }
      at = WorkspacePaths.parent(at);
    }
  }

  private boolean speaksOf(String name, String script) {
    if (name.endsWith(".md")
        || workspace.kind(name) != Workspace.Kind.FILE
        || workspace.size(name) > LONGEST) {
      return false;
    }
    inquiry.reached(name);
    try {
      SourceFile file = workspace.read(name);
      String text = file.firstNul() >= 0 ? "" : file.text().content();
      return text.contains(script)
          || (FileKind.of(name) == FileKind.DOCKERFILE && mayTakeFolders(text));
    } catch (IOException e) {
      inquiry.lackedContext();
      return true;
    }
  }

  /** Whether a Dockerfile copies more than files that it names. */
  private static boolean mayTakeFolders(String text) {
    for (String line : text.split("\n", -1)) {
      String[] words = line.strip().split("\\s+", -1);
      String keyword = words[0].toUpperCase(Locale.ROOT);
      if (keyword.equals("COPY") || keyword.equals("ADD") || keyword.equals("ONBUILD")) {
        for (int i = 1; i < words.length - 1; i++) {
          if (!words[i].startsWith("--") && !isFile(words[i])) {
            return true;
          }
        }
      } else if (line.contains("type=bind")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a source is the name of one file: it has an ending, and no sign of a pattern. */
  private static boolean isFile(String source) {
    String base = source.substring(source.lastIndexOf('/') + 1);
    return base.lastIndexOf('.') > 0
        && source.indexOf('*') < 0
        && source.indexOf('$') < 0
        && source.indexOf('\\') < 0
        && source.indexOf('<') < 0
        && !base.equals("..");
  }
}
