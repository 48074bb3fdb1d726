package dev.plimsoll.source;

import dev.plimsoll.source.FoundFiles.Found;
import dev.plimsoll.source.FoundFiles.Missing;
import dev.plimsoll.source.FoundFiles.Skipped;
import dev.plimsoll.source.Workspace.Kind;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.NearestName;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the files that targets stand for. What is named is taken whatever an ignore file or the
 * configuration says. A walk honours both, passes over {@code .git}, {@code node_modules}, {@code
 * .terraform} and vendor trees ({@code vendor} with {@code modules.txt} or {@code autoload.php} in
 * it), and enters no linked folder: what it leads to is met under its own name. It opens nothing
 * but ignore files and YAML and JSON files whose names tell nothing: whether a file is text shows
 * when it is read ({@link SourceFile#whyNotText}).
 */
public final class FileFinder {

  /** The largest file that is analysed, in bytes; of OpenAPI see {@link #LARGEST_OPENAPI}. */
  public static final long LARGEST = 10_000_000;

  /** The largest file of OpenAPI, in bytes: GitHub's description has 13 MB. */
  public static final long LARGEST_OPENAPI = 40_000_000;

  private static final int DEEPEST = 256;

  private static final String NO_NAME = "its name tells no language (say it with --as dockerfile=";
  private static final String NO_KEYS =
      "neither its name nor the keys at its root tell a language: OpenAPI has openapi or swagger"
          + " with a version, Compose has services (say it with --as openapi=";
  private static final String OR_FILES = ", or under files: in plimsoll.yaml)";

  private final Workspace workspace;
  private final FileChoice choice;
  private final SortedMap<String, Found> files = new TreeMap<>();
  private final SortedSet<String> namedContext = new TreeSet<>();
  private final SortedMap<String, Skipped> skipped = new TreeMap<>();
  private final SortedMap<String, Missing> missing = new TreeMap<>();
  private final SortedSet<String> walked = new TreeSet<>();
  private final Deque<Folder> open = new ArrayDeque<>();
  private Optional<OpenApiLinks> links = Optional.empty();
  private int seen;

  /** A folder yet to be walked. */
  private record Folder(String name, int depth, IgnoreChain ignores) {
    String entry(String segment) {
      return name.isEmpty() ? segment : name + "/" + segment;
    }
  }

  private FileFinder(Workspace workspace, FileChoice choice) {
    this.workspace = workspace;
    this.choice = choice;
  }

  /**
   * @param targets names in the workspace, of files or folders; the empty name is all of it
   */
  public static FoundFiles find(Workspace workspace, List<String> targets, FileChoice choice) {
    FileFinder finder = new FileFinder(workspace, choice);
    for (String target : targets) {
      finder.target(target);
    }
    finder.takeReached();
    return new FoundFiles(
        new ArrayList<>(finder.files.values()),
        new ArrayList<>(finder.namedContext),
        new ArrayList<>(finder.skipped.values()),
        new ArrayList<>(finder.missing.values()),
        finder.seen);
  }

  /** Takes what the OpenAPI documents among the files refer to. */
  private void takeReached() {
    for (Found document : List.copyOf(files.values())) {
      if (document.language() == Language.OPENAPI && links().isDocument(document.name())) {
        for (String name : links().reachedFrom(document.name())) {
          if (!files.containsKey(name) && !isOfOthers(name) && !choice.excludes(name)) {
            take(name, Language.OPENAPI, false);
          }
        }
      }
    }
  }

  /** Made when it is asked for: most runs meet no OpenAPI file. */
  private OpenApiLinks links() {
    OpenApiLinks known = links.isPresent() ? links.get() : new OpenApiLinks(workspace);
    links = Optional.of(known);
    return known;
  }

  private static boolean isOfOthers(String name) {
    return ("/" + name).contains("/node_modules/");
  }

  private void target(String name) {
    Kind kind = workspace.kind(name);
    switch (kind) {
      case ABSENT -> missing.put(name, new Missing(name, nearest(name)));
      case DIRECTORY -> {
        noteMisleadingFolder(name);
        walkFrom(workspace.canonical(name));
      }
      case FILE -> namedFile(name);
      case UNREADABLE_LINK, SPECIAL -> skip(name, cannotBeRead(kind), true);
    }
  }

  private void namedFile(String name) {
    seen++;
    FileKind kind = FileKind.of(name);
    Optional<Language> chosen = choice.language(name);
    if (chosen.isPresent()) {
      take(name, chosen.get(), true);
      return;
    }
    switch (kind) {
      case DOCKERFILE -> take(name, Language.DOCKERFILE, true);
      case SHELL, MAKEFILE, UNIT, WORKFLOW -> take(name, Language.SHELL, true);
      case COMPOSE -> take(name, Language.COMPOSE, true);
      case IGNORE_FILE -> namedContext.add(workspace.canonical(name));
      case TEMPLATE -> skip(name, "template", true);
      case OTHER -> namedWithoutLanguage(name);
    }
  }

  /** A file that was named is opened: its first line may say that a shell runs it. */
  private void namedWithoutLanguage(String name) {
    Optional<Language> byKeys = RootKeys.language(workspace, name);
    if (byKeys.isPresent()) {
      take(name, byKeys.get(), true, byKeys.get() == Language.COMPOSE);
      return;
    }
    if (!links().documentsOf(name, List.of()).isEmpty()) {
      take(name, Language.OPENAPI, true);
      return;
    }
    if (ShellShebang.isIn(workspace, name)) {
      take(name, Language.SHELL, true);
      return;
    }
    skip(name, (RootKeys.canTell(name) ? NO_KEYS : NO_NAME) + name + OR_FILES, true);
  }

  private void take(String name, Language language, boolean named) {
    take(name, language, named, false);
  }

  private void take(String name, Language language, boolean named, boolean guessed) {
    String real = workspace.canonical(name);
    long size = workspace.size(real);
    long largest = language == Language.OPENAPI ? LARGEST_OPENAPI : LARGEST;
    if (size > largest) {
      skip(real, tooLarge(size, largest), named);
      return;
    }
    Found known = files.get(real);
    if (known == null || (named && !known.named())) {
      files.put(real, new Found(real, language, named, guessed));
    }
  }

  private static String tooLarge(long bytes, long largest) {
    return String.format(
        Locale.ROOT, "%.1f MB, more than the %.0f MB that are read", bytes / 1e6, largest / 1e6);
  }

  private static String cannotBeRead(Kind kind) {
    return "cannot be read: " + Refusals.of(kind);
  }

  private void skip(String name, String reason, boolean named) {
    Skipped known = skipped.get(name);
    if (known == null || (named && !known.named())) {
      skipped.put(name, new Skipped(name, reason, named));
    }
  }

  /** Walks a folder under the ignore files from the root down to it. */
  private void walkFrom(String folder) {
    IgnoreChain ignores = IgnoreChain.start(workspace);
    int depth = 0;
    if (!folder.isEmpty()) {
      ignores = ignores.into(workspace, "");
      int slash = folder.indexOf('/');
      while (slash >= 0) {
        ignores = ignores.into(workspace, folder.substring(0, slash));
        slash = folder.indexOf('/', slash + 1);
        depth++;
      }
    }
    open.push(new Folder(folder, depth, ignores));
    while (!open.isEmpty()) {
      walk(open.pop());
    }
  }

  private void walk(Folder folder) {
    if (!walked.add(folder.name())) {
      return;
    }
    if (folder.depth() > DEEPEST) {
      skip(folder.name(), "deeper than 256 folders", false);
      return;
    }
    List<String> segments;
    try {
      segments = workspace.list(folder.name());
    } catch (IOException e) {
      skip(folder.name(), "cannot be listed: " + e.getMessage(), false);
      return;
    }
    IgnoreChain ignores = folder.ignores();
    if (segments.contains(".gitignore")) {
      ignores = ignores.into(workspace, folder.name());
    }
    for (String segment : segments) {
      String name = folder.entry(segment);
      Kind kind = workspace.kind(name);
      if (kind == Kind.DIRECTORY) {
        walkedFolder(segment, new Folder(name, folder.depth() + 1, ignores));
      } else if (kind != Kind.ABSENT && !ignores.ignoresFile(name) && !choice.excludes(name)) {
        walkedFile(name, kind);
      }
    }
  }

  private void walkedFolder(String segment, Folder folder) {
    String name = folder.name();
    if (isForeign(segment, name)
        || folder.ignores().ignoresFolder(name)
        || choice.excludes(name)
        || !workspace.canonical(name).equals(name)) {
      return;
    }
    noteMisleadingFolder(name);
    open.push(folder);
  }

  private boolean isForeign(String segment, String name) {
    return switch (segment) {
      case ".git", "node_modules", ".terraform" -> true;
      case "vendor" ->
          workspace.kind(name + "/modules.txt") == Kind.FILE
              || workspace.kind(name + "/autoload.php") == Kind.FILE;
      default -> false;
    };
  }

  /** Whoever calls a folder so may wonder why it is not analysed. */
  private void noteMisleadingFolder(String name) {
    String segment = segment(name);
    if (segment.equals("Dockerfile")
        || segment.equals("Containerfile")
        || FileKind.of(name) == FileKind.COMPOSE) {
      skip(name, "it is a folder (the files in it are looked at)", false);
    }
  }

  private void walkedFile(String name, Kind kind) {
    seen++;
    FileKind byName = FileKind.of(name);
    Optional<Language> chosen = choice.language(name);
    if (chosen.isEmpty() && byName == FileKind.TEMPLATE) {
      skip(name, "template", false);
      return;
    }
    Optional<Language> language = chosen.isPresent() ? chosen : byName.language();
    if (language.isEmpty() && kind == Kind.FILE) {
      Optional<Language> byKeys = RootKeys.language(workspace, name);
      if (byKeys.isPresent()) {
        take(name, byKeys.get(), false, byKeys.get() == Language.COMPOSE);
      }
      return;
    }
    if (language.isPresent()) {
      if (kind == Kind.FILE) {
        take(name, language.get(), false);
      } else {
        skip(name, cannotBeRead(kind), false);
      }
    }
  }

  /** The first segment that is not there is the one to be corrected. */
  private Optional<String> nearest(String name) {
    String folder = "";
    int start = 0;
    while (true) {
      int slash = name.indexOf('/', start);
      int end = slash < 0 ? name.length() : slash;
      if (workspace.kind(name.substring(0, end)) == Kind.ABSENT) {
        return nearest(folder, name.substring(start, end), name.substring(end));
      }
      if (slash < 0) {
        return Optional.empty();
      }
      folder = name.substring(0, end);
      start = slash + 1;
    }
  }

  private Optional<String> nearest(String folder, String segment, String rest) {
    List<String> siblings;
    try {
      siblings = workspace.list(folder);
    } catch (IOException e) {
      return Optional.empty();
    }
    Optional<String> meant = NearestName.of(segment, siblings);
    if (meant.isEmpty()) {
      return meant;
    }
    String name = (folder.isEmpty() ? "" : folder + "/") + meant.get() + rest;
    return workspace.kind(name) == Kind.ABSENT ? Optional.empty() : Optional.of(name);
  }

  private static String segment(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
