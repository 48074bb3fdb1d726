package dev.plimsoll.parse.small;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.parse.small.tree.IgnorePattern;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import dev.plimsoll.parse.small.tree.Wildcard;
import dev.plimsoll.text.CleanPath;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ignore files; a pattern that cannot be taken is left out and, for Docker, a problem. */
public final class IgnoreFileParser {

  /** No path is longer, so no longer pattern can be meant. */
  private static final int LONGEST_PATTERN = 4_096;

  private static final int MOST_PATTERNS = 20_000;

  private final SourceText text;
  private final List<IgnorePattern> patterns = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private IgnoreFileParser(SourceText text) {
    this.text = text;
  }

  public static Parsed<IgnoreFile> parse(SourceText text, IgnoreSyntax syntax) {
    IgnoreFileParser parser = new IgnoreFileParser(text);
    parser.lines(syntax);
    return new Parsed<>(new IgnoreFile(syntax, parser.patterns), parser.problems);
  }

  private void lines(IgnoreSyntax syntax) {
    String content = text.content();
    int start = 0;
    while (start < content.length()) {
      int newline = content.indexOf('\n', start);
      int end = newline < 0 ? content.length() : newline;
      boolean carriageReturn = end > start && content.charAt(end - 1) == '\r';
      if (content.charAt(start) != '#') {
        Slice line = text.slice(new Span(start, carriageReturn ? end - 1 : end));
        if (!line(line, syntax)) {
          return;
        }
      }
      start = end + 1;
    }
  }

  private boolean line(Slice line, IgnoreSyntax syntax) {
    Slice pattern = syntax == IgnoreSyntax.GIT ? withoutTrailingSpaces(line) : trimmed(line);
    if (pattern.span().isEmpty()) {
      return true;
    }
    if (pattern.span().length() > LONGEST_PATTERN) {
      limit(pattern, "this pattern is longer than 4096 characters and was passed over");
    } else if (patterns.size() == MOST_PATTERNS) {
      limit(pattern, "the patterns from here on were not read: 20000 are read of one file");
      return false;
    } else if (syntax == IgnoreSyntax.GIT) {
      Optional<IgnorePattern> read = GitPattern.read(pattern);
      if (read.isPresent()) {
        patterns.add(read.get());
      }
    } else {
      docker(pattern);
    }
    return true;
  }

  private void limit(Slice slice, String message) {
    problems.add(new Problem(Problem.Kind.LIMIT, slice, message));
  }

  /** Git strips spaces, not tabs, and keeps a space behind a backslash. */
  private static Slice withoutTrailingSpaces(Slice line) {
    String characters = line.text();
    int end = 0;
    int i = 0;
    while (i < characters.length()) {
      char c = characters.charAt(i);
      i += c == '\\' ? 2 : 1;
      if (c != ' ') {
        end = Math.min(i, characters.length());
      }
    }
    return line.part(0, end);
  }

  private static Slice trimmed(Slice line) {
    String characters = line.text();
    return line.part(firstNonBlank(characters), lastNonBlank(characters));
  }

  /**
   * First as moby's ignorefile package reads a line, then as its patternmatcher takes the result:
   * each trims, cleans, and looks for the exclamation mark.
   */
  private void docker(Slice slice) {
    String line = slice.text();
    boolean negated = line.startsWith("!");
    String path = CleanPath.of(trim(negated ? line.substring(1) : line));
    if (path.length() > 1 && path.startsWith("/")) {
      path = path.substring(1);
    }
    path = CleanPath.of(trim(negated ? "!" + path : path));
    negated = path.startsWith("!");
    path = negated ? path.substring(1) : path;
    if (path.isEmpty() && !negated) {
      return; // a slash and blanks
    }
    if (path.isEmpty()) {
      refuse(slice, "an exclamation mark alone takes nothing back: docker build refuses this file");
      return;
    }
    Optional<Wildcard> wildcard = DockerPattern.compile(path);
    if (wildcard.isEmpty()) {
      refuse(
          slice,
          "a bracket, a backslash or a caret in this pattern does not mean what it seems to: docker build may refuse it");
      return;
    }
    patterns.add(new IgnorePattern(slice, negated, false, false, wildcard.get()));
  }

  private void refuse(Slice slice, String message) {
    problems.add(new Problem(Problem.Kind.SYNTAX, slice, message));
  }

  private static String trim(String characters) {
    return characters.substring(firstNonBlank(characters), lastNonBlank(characters));
  }

  private static int firstNonBlank(String characters) {
    int first = 0;
    while (first < characters.length() && isBlank(characters.charAt(first))) {
      first++;
    }
    return first;
  }

  /** One past the last character that is no blank; where all are blanks, the end. */
  private static int lastNonBlank(String characters) {
    int first = firstNonBlank(characters);
    int last = characters.length();
    while (last > first && isBlank(characters.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  /** As Go sees it: next line and no-break space are blanks too. */
  private static boolean isBlank(char c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
  }
}
