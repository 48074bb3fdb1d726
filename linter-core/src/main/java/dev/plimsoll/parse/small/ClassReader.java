package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.CharacterClass;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import java.util.Optional;

/** Reads one {@code [...]} of a pattern. */
public final class ClassReader {

  private final String pattern;
  private final IgnoreSyntax syntax;
  private final CharacterClass read = new CharacterClass();
  private int at;

  /**
   * @param open where the bracket stands
   */
  public ClassReader(String pattern, int open, IgnoreSyntax syntax) {
    this.pattern = pattern;
    this.at = open + 1;
    this.syntax = syntax;
  }

  /** The class, or none where the brackets hold no valid one; to be asked once. */
  public Optional<CharacterClass> read() {
    if (isNegation()) {
      read.negate();
      at++;
    }
    if (syntax == IgnoreSyntax.GIT) {
      read.leaveOutSlash();
    }
    int first = at;
    while (at < pattern.length()) {
      if (pattern.charAt(at) == ']' && at > first) {
        at++;
        return Optional.of(read);
      }
      if (!readItem()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** One past the closing bracket, after a class was read. */
  public int end() {
    return at;
  }

  private boolean isNegation() {
    return pattern.startsWith("^", at)
        || (syntax == IgnoreSyntax.GIT && pattern.startsWith("!", at));
  }

  private boolean readItem() {
    if (pattern.startsWith("[:", at)) {
      int close = pattern.indexOf(']', at + 2);
      if (close > at + 2 && pattern.charAt(close - 1) == ':') {
        String name = pattern.substring(at + 2, close - 1);
        at = close + 1;
        return read.addNamed(name);
      }
    }
    int low = readCharacter();
    int high = low;
    if (low >= 0 && isRange()) {
      at++;
      high = readCharacter();
    }
    if (low < 0 || high < 0) {
      return false;
    }
    read.add(low, high);
    read.add(low, low); // git matches the first end of a reversed range
    return syntax == IgnoreSyntax.GIT || low <= high; // moby's regular expression refuses [z-a]
  }

  private boolean isRange() {
    return pattern.startsWith("-", at)
        && at + 1 < pattern.length()
        && (syntax == IgnoreSyntax.DOCKER || pattern.charAt(at + 1) != ']');
  }

  /** The code point at hand, or -1 where none may stand. */
  private int readCharacter() {
    boolean escaped = pattern.startsWith("\\", at);
    if (escaped) {
      at++;
    }
    if (at >= pattern.length()) {
      return -1;
    }
    int character = pattern.codePointAt(at);
    if (syntax == IgnoreSyntax.DOCKER && !isPlainInGo(character, escaped)) {
      return -1;
    }
    at += Character.charCount(character);
    return character;
  }

  /**
   * Go wants a hyphen and a bracket escaped, its regular expressions know letter escapes, and moby
   * takes a star or a question mark for a wildcard even between brackets.
   */
  private static boolean isPlainInGo(int character, boolean escaped) {
    return escaped ? isGoEscape(character) : "-]*?".indexOf(character) < 0;
  }

  /** What a backslash makes literal in Go's regular expressions: ASCII, no letter, no digit. */
  static boolean isGoEscape(int character) {
    return character < 0x80 && !Character.isLetterOrDigit(character);
  }
}
