package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** A word as written, quotes and expansions in it. */
public final class ShellWord {

  private final Slice slice;
  private final List<Substitution> substitutions;
  private final boolean isVerbatim;
  // Read when first asked for, by whichever thread: every rule asks, and every reading says the
  // same.
  private Optional<String> text = Optional.empty();

  private ShellWord(Slice slice, List<Substitution> substitutions, boolean isVerbatim) {
    this.slice = slice;
    this.substitutions = List.copyOf(substitutions);
    this.isVerbatim = isVerbatim;
  }

  /** A word that a shell reads. */
  public ShellWord(Slice slice, List<Substitution> substitutions) {
    this(slice, substitutions, false);
  }

  /** An argument that its program gets as it stands. */
  public static ShellWord verbatim(Slice slice) {
    return new ShellWord(slice, List.of(), true);
  }

  /** All of it. */
  public Slice slice() {
    return slice;
  }

  /** The scripts in it, in the order of the text. */
  public List<Substitution> substitutions() {
    return substitutions;
  }

  /** Whether no shell reads it, so that no character in it is special. */
  public boolean isVerbatim() {
    return isVerbatim;
  }

  /** What stands behind its first units. */
  public ShellWord from(int offset) {
    Slice rest = slice.part(offset, slice.text().length());
    return new ShellWord(rest, substitutions, isVerbatim);
  }

  /** Its quoted, expanded and plain parts, in order; they tile the word. */
  public List<WordPart> parts() {
    return isVerbatim
        ? List.of(new WordPart.Quoted(slice, slice.text(), WordPart.Quote.VERBATIM))
        : WordParts.of(this);
  }

  /**
   * What the word says where quotes and backslashes are all that is special in it, XCU 2.2; a word
   * with an expansion comes back as written, {@link #isLiteral} tells.
   */
  public String text() {
    Optional<String> known = text;
    if (known.isEmpty()) {
      known = Optional.of(read());
      text = known;
    }
    return known.orElseThrow();
  }

  private String read() {
    String raw = slice.text();
    if (!substitutions.isEmpty() || !hasQuotes()) {
      return raw;
    }
    StringBuilder said = new StringBuilder(raw.length());
    for (WordPart part : parts()) {
      if (part instanceof WordPart.Expansion) {
        return raw;
      }
      said.append(part.text());
    }
    return said.toString();
  }

  /**
   * What the word says, each character with its place, where quotes and backslashes are gone and
   * expansions stand as written; the word itself where it has none of them.
   */
  public Slice unquoted() {
    return hasQuotes() ? WordView.of(this) : slice;
  }

  /**
   * The same as a script for another shell. What a substitution puts there only a run will tell, so
   * an unknown parameter stands for each.
   */
  public Slice asScript() {
    return substitutions.isEmpty() ? unquoted() : WordView.of(this);
  }

  /** Whether no expansion can change it: no parameter, no substitution, no pattern. */
  public boolean isLiteral() {
    if (isVerbatim) {
      return true;
    }
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

  private boolean hasQuotes() {
    String raw = slice.text();
    return !isVerbatim && hasQuotes(raw);
  }

  private static boolean hasQuotes(String raw) {
    return raw.indexOf('\'') >= 0 || raw.indexOf('"') >= 0 || raw.indexOf('\\') >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShellWord word
        && isVerbatim == word.isVerbatim
        && slice.equals(word.slice)
        && substitutions.equals(word.substitutions);
  }

  @Override
  public int hashCode() {
    return slice.hashCode();
  }

  @Override
  public String toString() {
    return slice.text();
  }
}
