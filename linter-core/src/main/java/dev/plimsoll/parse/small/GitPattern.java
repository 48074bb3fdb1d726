package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.CharacterClass;
import dev.plimsoll.parse.small.tree.IgnorePattern;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import dev.plimsoll.parse.small.tree.Wildcard;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * A line of a {@code .gitignore}, as git's {@code dir.c} and {@code wildmatch.c} read it. One
 * character here is one code point, where git takes one byte.
 */
final class GitPattern {

  private final String pattern;
  private final boolean baseName;
  private final Wildcard.Builder wildcard = new Wildcard.Builder();
  private boolean literal = true;
  private int at;

  private GitPattern(String pattern, boolean baseName) {
    this.pattern = pattern;
    this.baseName = baseName;
  }

  /** The pattern that a line holds; none where git would match nothing with it. */
  static Optional<IgnorePattern> read(Slice line) {
    String pattern = line.text();
    boolean negated = pattern.startsWith("!");
    if (negated) {
      pattern = pattern.substring(1);
    }
    boolean foldersOnly = pattern.endsWith("/");
    if (foldersOnly) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    boolean baseName = pattern.indexOf('/') < 0;
    if (pattern.startsWith("/")) {
      pattern = pattern.substring(1);
    }
    GitPattern reader = new GitPattern(pattern, baseName);
    if (pattern.isEmpty() || !reader.compile()) {
      return Optional.empty();
    }
    return Optional.of(
        new IgnorePattern(line, negated, foldersOnly, baseName, reader.wildcard.build()));
  }

  private boolean compile() {
    while (at < pattern.length()) {
      int character = pattern.codePointAt(at);
      boolean valid = true;
      switch (character) {
        case '*' -> stars();
        case '?' -> {
          literal = false;
          wildcard.anyOne();
          at++;
        }
        case '[' -> valid = characterClass();
        case '\\' -> valid = escape();
        default -> {
          wildcard.literal(character);
          at += Character.charCount(character);
        }
      }
      if (!valid) {
        return false;
      }
    }
    return true;
  }

  /**
   * Two or more stars cross slashes only where they are a whole segment; or where all before them
   * is literal, since git compares that part first and matches the rest as a pattern of its own.
   */
  private void stars() {
    boolean opens = pattern.startsWith("/", at - 1) || (literal && !baseName) || at == 0;
    int start = at;
    while (pattern.startsWith("*", at)) {
      at++;
    }
    literal = false;
    if (at - start == 1 || !opens) {
      wildcard.anyRun();
    } else if (pattern.startsWith("/", at)) {
      wildcard.anyFolders();
      at++;
    } else if (at == pattern.length() || pattern.startsWith("\\/", at)) {
      wildcard.anything();
    } else {
      wildcard.anyRun();
    }
  }

  private boolean characterClass() {
    literal = false;
    ClassReader reader = new ClassReader(pattern, at, IgnoreSyntax.GIT);
    Optional<CharacterClass> read = reader.read();
    if (read.isEmpty()) {
      return false;
    }
    wildcard.oneOf(read.get());
    at = reader.end();
    return true;
  }

  private boolean escape() {
    literal = false;
    if (at + 1 == pattern.length()) {
      return false;
    }
    int character = pattern.codePointAt(at + 1);
    wildcard.literal(character);
    at += 1 + Character.charCount(character);
    return true;
  }
}
