package dev.plimsoll.project;

import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The source files below a folder that a program is built from: those of its own code, without what
 * it brings along, without tests, and without what runs apart from it.
 */
final class SourceCode {

  private static final int MOST_FILES = 300;
  private static final int MOST_FOLDERS = 200;
  private static final int LONGEST = 200_000;
  private static final int MOST_CHARACTERS = 3_000_000;

  private static final Set<String> ENDINGS =
      Set.of(
          "cjs",
          "cs",
          "ex",
          "exs",
          "go",
          "java",
          "js",
          "kt",
          "mjs",
          "php",
          "prisma",
          "properties",
          "py",
          "rb",
          "rs",
          "scala",
          "toml",
          "ts",
          "yaml",
          "yml");

  private static final Set<String> APART =
      Set.of(
          "alembic",
          "bin",
          "build",
          "dist",
          "e2e",
          "examples",
          "fixtures",
          "migrations",
          "node_modules",
          "out",
          "scripts",
          "seeds",
          "site-packages",
          "spec",
          "target",
          "test",
          "tests",
          "vendor",
          "venv",
          "__pycache__",
          "__tests__");

  private final List<SourceText> texts;

  private SourceCode(List<SourceText> texts) {
    this.texts = List.copyOf(texts);
  }

  /** What lies below a folder; unknown where it is too much, or cannot be read. */
  static Answer<SourceCode> below(String folder, Workspace workspace, Inquiry inquiry) {
    List<String> files = new ArrayList<>();
    List<String> open = new ArrayList<>(List.of(folder));
    long size = 0;
    for (int at = 0; at < open.size(); at++) {
      List<String> names;
      try {
        names = workspace.list(open.get(at));
      } catch (IOException e) {
        return new Answer.Unknown<>("its folder cannot be listed");
      }
      for (String name : names) {
        String path = WorkspacePaths.below(open.get(at), name);
        Workspace.Kind kind = workspace.kind(path);
        if (kind == Workspace.Kind.DIRECTORY && !name.startsWith(".") && !APART.contains(name)) {
          open.add(path);
        } else if (kind == Workspace.Kind.FILE && isSource(name)) {
          size += workspace.size(path);
          files.add(path);
        }
        if (open.size() > MOST_FOLDERS || files.size() > MOST_FILES || size > MOST_CHARACTERS) {
          return new Answer.Unknown<>("there is too much of it");
        }
      }
    }
    List<SourceText> texts = new ArrayList<>();
    for (String file : files) {
      texts.addAll(text(file, workspace, inquiry));
    }
    return new Answer.Known<>(new SourceCode(texts), List.of());
  }

  private static boolean isSource(String name) {
    boolean isTest =
        name.startsWith("test_")
            || name.contains(".test.")
            || name.contains(".spec.")
            || name.contains("_test.")
            || name.contains("compose");
    return !isTest && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static List<SourceText> text(String path, Workspace workspace, Inquiry inquiry) {
    inquiry.reached(path);
    if (workspace.size(path) > LONGEST) {
      return List.of();
    }
    try {
      return List.of(workspace.read(path).text());
    } catch (IOException e) {
      return List.of();
    }
  }

  /** How many characters it has. */
  long size() {
    long size = 0;
    for (SourceText text : texts) {
      size += text.content().length();
    }
    return size;
  }

  /** Where a word stands that is no part of a longer one, in all files. */
  List<Slice> find(String word) {
    List<Slice> found = new ArrayList<>();
    for (SourceText text : texts) {
      String content = text.content();
      for (int at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + 1)) {
        boolean isStart = at == 0 || !isOfWord(content.charAt(at - 1));
        int end = at + word.length();
        boolean isEnd =
            end == content.length()
                || !isOfWord(content.charAt(end))
                || !isOfWord(word.charAt(word.length() - 1));
        if (isStart && isEnd && !isComment(content, at)) {
          found.add(text.slice(new Span(at, end)));
        }
      }
    }
    return found;
  }

  /** Whether one of these texts stands anywhere, in upper case or lower. */
  boolean mentions(List<String> lowered) {
    for (SourceText text : texts) {
      String content = text.content().toLowerCase(Locale.ROOT);
      for (String each : lowered) {
        if (content.contains(each)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What follows a place on its line. */
  static String behind(Slice slice) {
    String content = slice.source().content();
    int end = content.indexOf('\n', slice.span().end());
    return content.substring(slice.span().end(), end < 0 ? content.length() : end);
  }

  private static boolean isOfWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static boolean isComment(String content, int at) {
    String before = content.substring(content.lastIndexOf('\n', at) + 1, at).strip();
    return before.startsWith("#")
        || before.startsWith("//")
        || before.startsWith("*")
        || before.startsWith("import ")
        || before.startsWith("from ");
  }
}
