package dev.plimsoll.parse.small.tree;

import java.util.List;
import java.util.Optional;

/**
 * An ignore file. Paths are {@code /}-separated and relative to the folder whose file it is (for a
 * {@code .dockerignore}: to the build context), without {@code .} and {@code ..} segments.
 *
 * @param patterns those that can match, in the order of the file
 */
public record IgnoreFile(IgnoreSyntax syntax, List<IgnorePattern> patterns) {

  /** What a path stands for; git's patterns with a trailing slash ask for it. */
  private enum Entry {
    FILE,
    FOLDER
  }

  public IgnoreFile {
    patterns = List.copyOf(patterns);
  }

  /**
   * The pattern that decides about a file, its folders taken into account; none where no pattern
   * speaks of it. The file is ignored unless that pattern is negated.
   */
  public Optional<IgnorePattern> decidingFile(String path) {
    return deciding(path, Entry.FILE);
  }

  /** The same for a folder. */
  public Optional<IgnorePattern> decidingFolder(String path) {
    return deciding(path, Entry.FOLDER);
  }

  /**
   * The last pattern that matches a file's own path, whatever becomes of the folders above it: for
   * walks, which ask folder by folder.
   */
  public Optional<IgnorePattern> matchingFile(String path) {
    return lastMatch(path, Entry.FILE);
  }

  /** The same for a folder. */
  public Optional<IgnorePattern> matchingFolder(String path) {
    return lastMatch(path, Entry.FOLDER);
  }

  private Optional<IgnorePattern> deciding(String path, Entry entry) {
    return syntax == IgnoreSyntax.GIT ? decidingInGit(path, entry) : decidingInDocker(path);
  }

  /** Once a folder is ignored, git takes nothing in it back. */
  private Optional<IgnorePattern> decidingInGit(String path, Entry entry) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      Optional<IgnorePattern> match = lastMatch(path.substring(0, slash), Entry.FOLDER);
      if (match.isPresent() && !match.get().negated()) {
        return match;
      }
    }
    return lastMatch(path, entry);
  }

  /** A pattern that matches a folder matches what is in it, and a later one may take that back. */
  private Optional<IgnorePattern> decidingInDocker(String path) {
    for (int i = patterns.size() - 1; i >= 0; i--) {
      IgnorePattern pattern = patterns.get(i);
      int end = path.length();
      while (end > 0) {
        if (pattern.matches(path.substring(0, end))) {
          return Optional.of(pattern);
        }
        end = path.lastIndexOf('/', end - 1);
      }
    }
    return Optional.empty();
  }

  private Optional<IgnorePattern> lastMatch(String path, Entry entry) {
    for (int i = patterns.size() - 1; i >= 0; i--) {
      IgnorePattern pattern = patterns.get(i);
      if ((entry == Entry.FOLDER || !pattern.foldersOnly()) && pattern.matches(path)) {
        return Optional.of(pattern);
      }
    }
    return Optional.empty();
  }
}
