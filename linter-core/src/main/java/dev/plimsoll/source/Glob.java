package dev.plimsoll.source;

import dev.plimsoll.parse.small.ClassReader;
import dev.plimsoll.parse.small.tree.CharacterClass;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import dev.plimsoll.parse.small.tree.Wildcard;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/**
 * A pattern of the configuration over workspace names: {@code *} and {@code ?} stay within a
 * segment, {@code **} as a segment crosses any number of them, {@code {a,b}} lists alternatives,
 * {@code [a-z]} and {@code [!a-z]} are classes, a backslash makes a character literal. A pattern
 * without a slash matches the last segment wherever it lies; a slash in front anchors it, one at
 * the end means all that lies below. A bracket or brace that is never closed is an ordinary
 * character. The cost of a match is bounded by pattern times name.
 */
public final class Glob {

  private final String pattern;
  private final Wildcard wildcard;
  private final boolean baseName;

  private Glob(String pattern, Wildcard wildcard, boolean baseName) {
    this.pattern = pattern;
    this.wildcard = wildcard;
    this.baseName = baseName;
  }

  public static Glob of(String pattern) {
    String anchored = pattern.startsWith("./") ? pattern.substring(1) : pattern;
    int slash = anchored.indexOf('/');
    boolean below = slash >= 0 && slash == anchored.length() - 1;
    Wildcard wildcard = new Reader(anchored).read(below);
    return new Glob(pattern, wildcard, slash < 0);
  }

  /** Whether it matches a name of the workspace. */
  public boolean matches(String name) {
    return wildcard.matches(name, baseName ? name.lastIndexOf('/') + 1 : 0);
  }

  @Override
  public String toString() {
    return pattern;
  }

  /** Reads one pattern from left to right. */
  private static final class Reader {

    private final String pattern;
    private final BitSet paired = new BitSet();
    private final Wildcard.Builder wildcard = new Wildcard.Builder();
    private int at;
    private int depth;

    Reader(String pattern) {
      this.pattern = pattern;
      pairBraces();
    }

    /**
     * @param anyDepth whether the pattern may begin in any folder
     */
    Wildcard read(boolean anyDepth) {
      if (anyDepth) {
        wildcard.anyFolders();
      }
      at = pattern.startsWith("/") ? 1 : 0;
      while (at < pattern.length()) {
        element();
      }
      if (pattern.endsWith("/")) {
        wildcard.anything();
      }
      return wildcard.build();
    }

    private void element() {
      int character = pattern.codePointAt(at);
      switch (character) {
        case '*' -> stars();
        case '?' -> {
          wildcard.anyOne();
          at++;
        }
        case '[' -> characterClass();
        case '{', '}', ',' -> alternatives(character);
        case '\\' -> {
          at += at + 1 < pattern.length() ? 1 : 0;
          literal();
        }
        default -> literal();
      }
    }

    private void literal() {
      int character = pattern.codePointAt(at);
      wildcard.literal(character);
      at += Character.charCount(character);
    }

    private void stars() {
      int start = at;
      while (pattern.startsWith("*", at)) {
        at++;
      }
      boolean opens = start == 0 || "/{,".indexOf(pattern.charAt(start - 1)) >= 0;
      if (at - start > 1 && opens && pattern.startsWith("/", at)) {
        wildcard.anyFolders();
        at++;
      } else if (at - start > 1 && opens && isSegmentEnd()) {
        wildcard.anything();
      } else {
        wildcard.anyRun();
      }
    }

    private boolean isSegmentEnd() {
      return at == pattern.length() || ",}".indexOf(pattern.charAt(at)) >= 0;
    }

    private void characterClass() {
      ClassReader reader = new ClassReader(pattern, at, IgnoreSyntax.GIT);
      Optional<CharacterClass> read = reader.read();
      if (read.isEmpty()) {
        literal();
      } else {
        wildcard.oneOf(read.get());
        at = reader.end();
      }
    }

    private void alternatives(int character) {
      if (character == ',' ? depth == 0 : !paired.get(at)) {
        literal();
        return;
      }
      at++;
      switch (character) {
        case '{' -> {
          depth++;
          wildcard.open();
        }
        case '}' -> {
          depth--;
          wildcard.close();
        }
        default -> wildcard.or();
      }
    }

    /** Marks the braces that have a partner. */
    private void pairBraces() {
      Deque<Integer> open = new ArrayDeque<>();
      for (int i = 0; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '[') {
          ClassReader reader = new ClassReader(pattern, i, IgnoreSyntax.GIT);
          i = reader.read().isPresent() ? reader.end() - 1 : i;
        } else if (c == '{') {
          open.push(i);
        } else if (c == '}' && !open.isEmpty()) {
          paired.set(open.pop());
          paired.set(i);
        }
      }
    }
  }
}
