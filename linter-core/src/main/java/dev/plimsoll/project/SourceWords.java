package dev.plimsoll.project;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All words of the sources and settings below a folder, lists of packages left out. */
final class SourceWords {

  private static final int MOST_FILES = 3000;
  private static final int MOST_CHARACTERS = 16 << 20;
  private static final int LONGEST = 1 << 20;

  private static final List<String> TEXTS =
      List.of(
          ".py",
          ".pyi",
          ".pyx",
          ".ipynb",
          ".cfg",
          ".ini",
          ".toml",
          ".yaml",
          ".yml",
          ".json",
          ".sh",
          ".html",
          ".jinja2",
          ".j2",
          ".conf",
          ".env",
          "dockerfile",
          "makefile",
          "procfile");

  private static final Set<String> LEFT_OUT =
      Set.of(".git", ".venv", "venv", "node_modules", "__pycache__", ".tox", "dist", "build");

  private final Workspace workspace;
  private final Inquiry inquiry;
  private final Set<String> words = new HashSet<>();
  private int files;
  private int characters;
  private boolean hasPython;

  SourceWords(Workspace workspace, Inquiry inquiry) {
    this.workspace = workspace;
    this.inquiry = inquiry;
  }

  /** Those in lower case; nothing where they are too many, or no Python is among them. */
  Optional<Set<String>> below(String folder) {
    Deque<String> open = new ArrayDeque<>(List.of(folder));
    while (!open.isEmpty()) {
      String at = open.remove();
      try {
        for (String entry : workspace.list(at)) {
          add(WorkspacePaths.below(at, entry), entry, open);
        }
      } catch (IOException e) {
        inquiry.lackedContext();
        return Optional.empty();
      }
      if (files > MOST_FILES || characters > MOST_CHARACTERS) {
        return Optional.empty();
      }
    }
    return hasPython ? Optional.of(words) : Optional.empty();
  }

  private void add(String name, String entry, Deque<String> open) throws IOException {
    Workspace.Kind kind = workspace.kind(name);
    if (kind == Workspace.Kind.DIRECTORY) {
      if (!LEFT_OUT.contains(entry)) {
        open.add(name);
      }
      return;
    }
    String lower = entry.toLowerCase(Locale.ROOT);
    boolean listsPackages = lower.contains("requirements") || lower.contains("lock");
    if (kind != Workspace.Kind.FILE || listsPackages || !isText(lower)) {
      return;
    }
    files++;
    if (workspace.size(name) > LONGEST) {
      characters = MOST_CHARACTERS + 1; // what is not read may import anything
      return;
    }
    SourceFile file = workspace.read(name);
    if (file.firstNul() < 0) {
      inquiry.reached(name);
      hasPython |= lower.endsWith(".py");
      read(file.text().content(), lower.contains("dockerfile"));
    }
  }

  private static boolean isText(String entry) {
    for (String end : TEXTS) {
      if (entry.endsWith(end)) {
        return true;
      }
    }
    return entry.startsWith("dockerfile");
  }

  /** Of a Dockerfile what it installs is left out. */
  private void read(String content, boolean isDockerfile) {
    String text = content;
    characters += text.length();
    if (isDockerfile) {
      StringBuilder kept = new StringBuilder();
      for (String line : text.split("\n", -1)) {
        kept.append(line.contains("==") ? "" : line).append('\n');
      }
      text = kept.toString();
    }
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (!Character.isLetterOrDigit(c) && c != '_') {
        if (i > start) {
          words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = i + 1;
      }
    }
  }
}
