package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.CharacterClass;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import dev.plimsoll.parse.small.tree.Wildcard;
import java.util.Optional;

/**
 * A cleaned pattern of a {@code .dockerignore}, as moby's patternmatcher translates it: {@code **}
 * at one end of an otherwise literal pattern means any characters, elsewhere whole folders. Moby
 * hands backslashes on to a regular expression, so one before a letter or a digit is no escape of
 * ours: such a pattern is refused here, where Docker would match digits with {@code \d}.
 */
final class DockerPattern {

  /** What the pattern has shown itself to be so far; decides what its {@code **} means. */
  private enum Shape {
    EXACT,
    PREFIX,
    SUFFIX,
    GENERAL
  }

  private final String pattern;
  private final Wildcard.Builder general = new Wildcard.Builder();
  private Shape shape = Shape.EXACT;
  private boolean caret; // moby forgets to escape it: an anchor, once the pattern is an expression
  private int at;

  private DockerPattern(String pattern) {
    this.pattern = pattern;
  }

  /** Its matcher; none where Docker refuses the pattern or takes it for something else. */
  static Optional<Wildcard> compile(String pattern) {
    DockerPattern reader = new DockerPattern(pattern);
    boolean valid = reader.read() && !(reader.caret && reader.shape == Shape.GENERAL);
    return valid ? Optional.of(reader.finish()) : Optional.empty();
  }

  private boolean read() {
    while (at < pattern.length()) {
      int character = pattern.codePointAt(at);
      boolean valid = true;
      switch (character) {
        case '*' -> stars();
        case '?' -> {
          general.anyOne();
          shape = Shape.GENERAL;
          at++;
        }
        case '[' -> valid = characterClass();
        case '\\' -> valid = escape();
        default -> {
          general.literal(character);
          shape = character == ']' ? Shape.GENERAL : shape;
          caret |= character == '^';
          at += Character.charCount(character);
        }
      }
      if (!valid) {
        return false;
      }
    }
    return true;
  }

  private void stars() {
    boolean first = at == 0;
    at++;
    if (!pattern.startsWith("*", at)) {
      general.anyRun();
      shape = Shape.GENERAL;
      return;
    }
    at++;
    if (pattern.startsWith("/", at)) {
      at++;
    }
    if (at < pattern.length()) {
      general.anyFolders();
      shape = Shape.GENERAL;
    } else if (shape == Shape.EXACT) {
      shape = Shape.PREFIX;
    } else {
      general.anything();
      shape = Shape.GENERAL;
    }
    if (first) {
      shape = Shape.SUFFIX;
    }
  }

  private boolean characterClass() {
    ClassReader reader = new ClassReader(pattern, at, IgnoreSyntax.DOCKER);
    Optional<CharacterClass> read = reader.read();
    if (read.isEmpty()) {
      return false;
    }
    general.oneOf(read.get());
    shape = Shape.GENERAL;
    at = reader.end();
    return true;
  }

  private boolean escape() {
    if (at + 1 == pattern.length()) {
      return false;
    }
    int character = pattern.codePointAt(at + 1);
    general.literal(character);
    shape = Shape.GENERAL;
    at += 1 + Character.charCount(character);
    return ClassReader.isGoEscape(character);
  }

  private Wildcard finish() {
    if (shape == Shape.GENERAL) {
      return general.build();
    }
    Wildcard.Builder simple = new Wildcard.Builder();
    switch (shape) {
      case EXACT -> simple.literal(pattern);
      case PREFIX -> {
        simple.literal(pattern.substring(0, pattern.length() - 2));
        simple.anything();
      }
      case SUFFIX -> {
        boolean folders = pattern.startsWith("**/");
        if (folders) {
          simple.anyFolders();
        } else {
          simple.anything();
        }
        simple.literal(pattern.substring(folders ? 3 : 2));
      }
      case GENERAL -> throw new AssertionError("built above");
    }
    return simple.build();
  }
}
