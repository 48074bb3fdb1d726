package dev.plimsoll.project;

import dev.plimsoll.model.command.ComposeCall;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that a command of Compose means, as seen from where its script may run. */
final class CalledFiles {

  private static final int MOST_FOLDERS = 64;

  /** Words by which a script goes to where it lies itself. */
  private static final List<String> HOMING =
      List.of("dirname", "BASH_SOURCE", "--show-toplevel", "${0%", "github.workspace");

  /** They bring files along. */
  private static final List<String> BRINGING =
      List.of("git clone", "git checkout", "git submodule", "git pull", "unzip ", "tar ", "rsync ");

  private final ComposeStore store;
  private final Workspace workspace;
  private final Inquiry inquiry;
  private final SourceText script;

  CalledFiles(ComposeStore store, Inquiry inquiry, SourceText script) {
    this.store = store;
    this.workspace = store.workspace();
    this.inquiry = inquiry;
    this.script = script;
  }

  /** The files that a call names and that are nowhere, as far as this can be told. */
  List<ShellWord> missing(ComposeCall call, ComposePaths paths) {
    List<ShellWord> missing = new ArrayList<>();
    if (call.projectFolder().isPresent()) {
      return missing;
    }
    Optional<Set<String>> folders = call.files().isEmpty() ? Optional.empty() : folders();
    if (folders.isEmpty()) {
      return missing;
    }
    for (ShellWord file : call.files()) {
      String path = file.text();
      if (file.isLiteral()
          && isPath(path)
          && !isThere(path, folders.get())
          && !isBrought(path, folders.get(), paths)) {
        missing.add(file);
      }
    }
    return missing;
  }

  private static boolean isPath(String path) {
    return (path.endsWith(".yml") || path.endsWith(".yaml"))
        && !WorkspacePaths.isAbsolute(path)
        && path.indexOf(':') < 0;
  }

  private boolean isThere(String path, Set<String> folders) {
    for (String folder : folders) {
      Optional<String> name = WorkspacePaths.resolve(folder, path);
      if (name.isEmpty() || exists(name.get())) {
        return true; // what lies outside may be there
      }
    }
    return false;
  }

  private boolean exists(String name) {
    inquiry.reached(name);
    return workspace.kind(name) != Workspace.Kind.ABSENT;
  }

  /** Whether something may bring a file, or its folder, that is not there. */
  private boolean isBrought(String path, Set<String> folders, ComposePaths paths) {
    boolean hasFolder = false;
    for (String folder : folders) {
      String name = WorkspacePaths.resolve(folder, path).orElse("");
      String parent = WorkspacePaths.parent(name);
      hasFolder |= workspace.kind(parent) == Workspace.Kind.DIRECTORY;
      if (paths.comesLater(name)) {
        return true;
      }
    }
    String text = script.content();
    for (String word : BRINGING) {
      if (text.contains(word)) {
        return true;
      }
    }
    return !hasFolder || isMade(path.substring(path.lastIndexOf('/') + 1), text);
  }

  /** Whether a text names a file besides giving it to Compose. */
  private static boolean isMade(String base, String text) {
    for (int at = text.indexOf(base); at >= 0; at = text.indexOf(base, at + 1)) {
      int word = at;
      while (word > 0 && " \t\n\"'=,[".indexOf(text.charAt(word - 1)) < 0) {
        word--;
      }
      String before = text.substring(Math.max(0, word - 12), word).replaceAll("[\"',]", "");
      String option = before.strip();
      boolean isGiven =
          option.endsWith("-f") || option.endsWith("--file") || option.endsWith("--file=");
      int line = text.lastIndexOf('\n', at) + 1;
      boolean isComment = text.substring(line, at).stripLeading().startsWith("#");
      if (!isGiven && !isComment) {
        return true;
      }
    }
    return false;
  }

  /**
   * The file that a call without files starts from.
   *
   * @return nothing where it is not known, or may be one of several
   */
  Optional<String> standard(ComposeSets sets) {
    Optional<Set<String>> folders = folders();
    Set<String> found = new LinkedHashSet<>();
    if (folders.isPresent()) {
      for (String folder : folders.get()) {
        found.addAll(sets.standard(folder));
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** The folders in which the script may run; nothing where a variable decides it. */
  private Optional<Set<String>> folders() {
    Optional<Optional<Set<String>>> known = store.calledFrom().find(script);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Set<String>> found = findFolders();
    store.calledFrom().put(script, found, 1);
    return found;
  }

  private Optional<Set<String>> findFolders() {
    Set<String> above = new LinkedHashSet<>();
    String at = script.name();
    while (!at.isEmpty()) {
      at = WorkspacePaths.parent(at);
      above.add(at);
    }
    Set<String> folders = new LinkedHashSet<>(above);
    String text = script.content();
    for (String word : new String[] {"cd ", "pushd ", "working-directory:", "WorkingDirectory="}) {
      for (int from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
        boolean begins = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
        Optional<String> path = new CommandWords(text, from + word.length()).next();
        if (begins && path.isPresent() && !add(path.get(), above, folders)) {
          return Optional.empty();
        }
      }
    }
    return folders.size() > MOST_FOLDERS ? Optional.empty() : Optional.of(folders);
  }

  /** Adds a folder that the script goes to; whether it is known. */
  private boolean add(String path, Set<String> above, Set<String> folders) {
    if (path.indexOf('$') >= 0 || path.indexOf('`') >= 0 || path.indexOf('{') >= 0) {
      return isHome(path) && isHoming();
    }
    if (WorkspacePaths.isAbsolute(path)) {
      return script.name().endsWith(".service");
    }
    for (String folder : above) {
      Optional<String> name = WorkspacePaths.resolve(folder, path);
      if (name.isPresent() && workspace.kind(name.get()) == Workspace.Kind.DIRECTORY) {
        folders.add(name.get());
      }
    }
    return true;
  }

  /** Whether a path is but a variable or what a command says, or a folder above that. */
  private static boolean isHome(String path) {
    if (path.startsWith("$(") || path.startsWith("`")) {
      return true;
    }
    int end = path.startsWith("${") ? path.indexOf('}') + 1 : 1;
    while (path.charAt(0) == '$' && end < path.length() && isOfName(path.charAt(end))) {
      end++;
    }
    for (int i = end; i < path.length(); i++) {
      if ("/.".indexOf(path.charAt(i)) < 0) {
        return false;
      }
    }
    return path.charAt(0) == '$' && end > 1;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private boolean isHoming() {
    for (String word : HOMING) {
      if (script.content().contains(word)) {
        return true;
      }
    }
    return false;
  }
}
