package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * A word as written, quotes and expansions in it.
 *
 * @param substitutions the scripts in it, in the order of the text
 */
public record ShellWord(Slice slice, List<Substitution> substitutions) {

  public ShellWord {
    substitutions = List.copyOf(substitutions);
  }

  /** Its quoted, expanded and plain parts, in order; they tile the word. */
  public List<WordPart> parts() {
    return WordParts.of(this);
  }

  /**
   * What the word says where quotes and backslashes are all that is special in it, XCU 2.2; a word
   * with an expansion comes back as written, {@link #isLiteral} tells.
   */
  public String text() {
    String raw = slice.text();
    if (!substitutions.isEmpty() || !hasQuotes(raw)) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    for (WordPart part : parts()) {
      if (part instanceof WordPart.Expansion) {
        return raw;
      }
      text.append(part.text());
    }
    return text.toString();
  }

  /** Whether no expansion can change it: no parameter, no substitution, no pattern. */
  public boolean isLiteral() {
    if (!substitutions.isEmpty()) {
      return false;
    }
    String raw = slice.text();
    boolean plain = true;
    for (int i = 0; i < raw.length(); i++) {
      plain &= "$`*?['\"\\~".indexOf(raw.charAt(i)) < 0;
    }
    return plain || hasOnlyLiteralParts();
  }

  private boolean hasOnlyLiteralParts() {
    boolean first = true;
    for (WordPart part : parts()) {
      boolean literal =
          part instanceof WordPart.Quoted
              || (part instanceof WordPart.Plain plain && !plain.hasPattern(first));
      if (!literal) {
        return false;
      }
      first = false;
    }
    return true;
  }

  private static boolean hasQuotes(String raw) {
    return raw.indexOf('\'') >= 0 || raw.indexOf('"') >= 0 || raw.indexOf('\\') >= 0;
  }
}
