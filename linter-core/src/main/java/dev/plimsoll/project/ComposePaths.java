package dev.plimsoll.project;

import dev.plimsoll.source.GitIgnores;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What lies under the paths of a Compose set. Not everything that is missing was forgotten: what
 * Git ignores, what a script nearby or a submodule's entry names, and what a sample beside it
 * stands for comes later.
 */
final class ComposePaths {

  private static final List<String> SAMPLE_WORDS =
      List.of("example", "sample", "dist", "template", "tmpl", "tpl", "default", "j2", "in", "erb");

  private final Workspace workspace;
  private final Inquiry inquiry;
  private final StartCommands scripts;

  ComposePaths(Workspace workspace, Inquiry inquiry, StartCommands scripts) {
    this.workspace = workspace;
    this.inquiry = inquiry;
    this.scripts = scripts;
  }

  /** What a path names, as seen from a folder. */
  Answer<PathKind> find(String folder, String path) {
    Optional<String> name = WorkspacePaths.resolve(folder, path);
    if (name.isEmpty()) {
      return new Answer.Unknown<>("the path leads out of the workspace");
    }
    inquiry.reached(name.get());
    return switch (workspace.kind(name.get())) {
      case FILE -> new Answer.Known<>(PathKind.FILE, List.of());
      case DIRECTORY -> new Answer.Known<>(PathKind.FOLDER, List.of());
      case ABSENT -> absent(name.get());
      case UNREADABLE_LINK, SPECIAL -> new Answer.Unknown<>("a link leads somewhere else");
    };
  }

  private Answer<PathKind> absent(String name) {
    String lasting = name;
    while (!lasting.isEmpty()) {
      String parent = WorkspacePaths.parent(lasting);
      Workspace.Kind kind = workspace.kind(parent);
      if (kind != Workspace.Kind.ABSENT && kind != Workspace.Kind.DIRECTORY) {
        return new Answer.Unknown<>("a link leads somewhere else");
      }
      if (kind == Workspace.Kind.DIRECTORY && hasSample(parent, last(lasting))) {
        return new Answer.Unknown<>("a sample lies beside it");
      }
      lasting = parent;
    }
    if (last(name).equals("stack.env")) {
      return new Answer.Unknown<>("Portainer makes it of a stack's variables");
    }
    if (GitIgnores.ignores(workspace, name)) {
      return new Answer.Unknown<>("Git ignores it");
    }
    return isMentioned(name)
        ? new Answer.Unknown<>("a script may make it")
        : new Answer.Known<>(PathKind.ABSENT, List.of());
  }

  /** Whether a sample lies beside a file that is not there, or Git ignores it. */
  boolean comesLater(String name) {
    return hasSample(WorkspacePaths.parent(name), last(name))
        || GitIgnores.ignores(workspace, name);
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Whether {@code x.conf.example}, {@code example.env} or the like lies where the name is not. */
  private boolean hasSample(String folder, String base) {
    try {
      for (String entry : workspace.list(folder)) {
        if (entry.length() > base.length() && isSampleOf(entry, base)) {
          return true;
        }
      }
    } catch (IOException e) {
      inquiry.lackedContext();
    }
    return false;
  }

  private static boolean isSampleOf(String entry, String base) {
    boolean sample = false;
    String rest = "";
    for (String word : entry.toLowerCase(Locale.ROOT).split("[._-]+", -1)) {
      if (SAMPLE_WORDS.contains(word)) {
        sample = true;
      } else if (!word.isEmpty()) {
        rest += word + ".";
      }
    }
    String whole = String.join(".", words(base)) + ".";
    return sample && rest.equals(whole);
  }

  private static List<String> words(String base) {
    String stripped = base.startsWith(".") ? base.substring(1) : base;
    return List.of(stripped.toLowerCase(Locale.ROOT).split("[._-]+", -1));
  }

  /** Whether a script names it, or the highest of the folders that are missing. */
  private boolean isMentioned(String name) {
    String folder = WorkspacePaths.parent(name);
    boolean plain = last(name).equals("Dockerfile"); // any script may name one
    String word = plain && !folder.isEmpty() ? last(folder) + "/Dockerfile" : last(name);
    if (scripts.mention(folder, word)) {
      return true;
    }
    String highest = name;
    while (workspace.kind(WorkspacePaths.parent(highest)) == Workspace.Kind.ABSENT) {
      highest = WorkspacePaths.parent(highest);
    }
    return !highest.equals(name) && scripts.mention(WorkspacePaths.parent(highest), last(highest));
  }
}
