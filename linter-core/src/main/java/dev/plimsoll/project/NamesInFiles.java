package dev.plimsoll.project;

import dev.plimsoll.source.FileKind;
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

/** The names that stand in the files below a folder, as programs and scripts spell variables. */
final class NamesInFiles {

  private static final int MOST_FILES = 1000;
  private static final int MOST_CHARACTERS = 8_000_000;
  private static final int LONGEST = 1_000_000;

  /** Folders that hold what is not the project's own. */
  private static final Set<String> FOREIGN =
      Set.of(".git", "node_modules", ".venv", "venv", "__pycache__", ".idea", ".terraform");

  /** Endings of files that people read, and of those that nobody reads as text. */
  private static final List<String> UNREAD =
      List.of(
          ".md", ".rst", ".png", ".jpg", ".jpeg", ".gif", ".ico", ".svg", ".woff", ".woff2", ".ttf",
          ".pdf", ".zip", ".gz", ".jar", ".mp4", ".lock", ".map");

  private final ComposeStore store;
  private final Workspace workspace;
  private final Inquiry inquiry;

  NamesInFiles(ComposeStore store, Inquiry inquiry) {
    this.store = store;
    this.workspace = store.workspace();
    this.inquiry = inquiry;
  }

  /** Whether a name stands there; letters count without their case, signs between them do not. */
  Answer<Boolean> find(String folder, String name) {
    Optional<Optional<Set<String>>> known = store.names().find(folder);
    Optional<Set<String>> names = known.isPresent() ? known.get() : read(folder);
    return names.isEmpty()
        ? new Answer.Unknown<>("too many files lie there")
        : new Answer.Known<>(
            names.get().contains(plain(name)) || isMatched(name, names.get()), List.of());
  }

  /** Whether a start of it stands there, by which programs look for variables: {@code "APP_"}. */
  private static boolean isMatched(String name, Set<String> names) {
    for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
      if (names.contains(name.substring(0, at + 1))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Set<String>> read(String folder) {
    Set<String> names = new HashSet<>();
    boolean isWhole = false;
    try {
      isWhole = readAll(folder, names);
    } catch (IOException e) {
      inquiry.lackedContext();
    }
    Optional<Set<String>> read = isWhole ? Optional.of(names) : Optional.empty();
    store.names().put(folder, read, names.size() + 1L);
    return read;
  }

  private boolean readAll(String folder, Set<String> names) throws IOException {
    Deque<String> folders = new ArrayDeque<>(List.of(folder));
    int files = 0;
    long characters = 0;
    while (!folders.isEmpty()) {
      String at = folders.remove();
      for (String entry : workspace.list(at)) {
        String name = WorkspacePaths.below(at, entry);
        Workspace.Kind kind = workspace.kind(name);
        if (kind == Workspace.Kind.DIRECTORY && !FOREIGN.contains(entry)) {
          folders.add(name);
        } else if (kind == Workspace.Kind.FILE && isRead(entry)) {
          files++;
          characters += workspace.size(name);
          if (files > MOST_FILES || characters > MOST_CHARACTERS) {
            return false;
          }
          if (workspace.size(name) < LONGEST) {
            addNames(workspace.read(name), names);
          }
        }
      }
    }
    return true;
  }

  private static boolean isRead(String entry) {
    String lower = entry.toLowerCase(Locale.ROOT);
    for (String ending : UNREAD) {
      if (lower.endsWith(ending)) {
        return false;
      }
    }
    return FileKind.of(entry) != FileKind.COMPOSE
        && !lower.startsWith(".env")
        && !lower.endsWith(".env")
        && !lower.startsWith("env.");
  }

  private static void addNames(SourceFile file, Set<String> names) {
    if (file.firstNul() >= 0) {
      return;
    }
    String content = file.text().content();
    int start = -1; // of a name
    int whole = -1; // of names with dots and hyphens between them
    for (int i = 0; i <= content.length(); i++) {
      char c = i < content.length() ? content.charAt(i) : ' ';
      if (isOfName(c)) {
        start = start < 0 ? i : start;
        whole = whole < 0 ? i : whole;
        continue;
      }
      if (start >= 0) {
        add(content.substring(start, i), names);
      }
      if (whole >= 0 && whole != start && start >= 0) {
        names.add(plain(content.substring(whole, i)));
      }
      start = -1;
      whole = c == '.' || c == '-' ? whole : -1;
    }
  }

  private static void add(String name, Set<String> names) {
    names.add(plain(name));
    if (name.endsWith("_")) {
      names.add(name);
    }
  }

  private static boolean isOfName(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '.' && c != '-') {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }
}
