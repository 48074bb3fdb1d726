package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A word as written, quotes and expansions in it. */
public final class ShellWord {

  /** What stands in a script where something will be put that nobody knows: a parameter. */
  public static final String UNKNOWN = "${_}";

  private final Slice slice;
  private final List<Substitution> substitutions;
  private final boolean isVerbatim;
  private final List<Slice> expansions;
  // Read when first asked for, by whichever thread: every rule asks, and every reading says the
  // same.
  private Optional<String> text = Optional.empty();

  private ShellWord(
      Slice slice, List<Substitution> substitutions, boolean isVerbatim, List<Slice> expansions) {
    this.slice = slice;
    this.substitutions = List.copyOf(substitutions);
    this.isVerbatim = isVerbatim;
    this.expansions = List.copyOf(expansions);
  }

  /** A word that a shell reads. */
  public ShellWord(Slice slice, List<Substitution> substitutions) {
    this(slice, substitutions, false, List.of());
  }

  /** An argument that its program gets as it stands. */
  public static ShellWord verbatim(Slice slice) {
    return verbatim(slice, List.of());
  }

  /**
   * An argument that its program gets as it stands, but for parts of it.
   *
   * @param expansions what is replaced, nobody knows by what, before its program gets it; in the
   *     order of the text
   */
  public static ShellWord verbatim(Slice slice, List<Slice> expansions) {
    return new ShellWord(slice, List.of(), true, expansions);
  }

  /**
   * The same behind its first characters.
   *
   * @param from the offset of the rest in the word
   */
  public ShellWord rest(int from) {
    Slice rest = slice.part(from, slice.text().length());
    List<Slice> within = new ArrayList<>();
    for (Slice expansion : expansions) {
      if (rest.span().contains(expansion.span())) {
        within.add(expansion);
      }
    }
    return new ShellWord(rest, substitutions, isVerbatim, within);
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

  /** In a verbatim word what is replaced before its program gets it. */
  public List<Slice> expansions() {
    return expansions;
  }

  /** Its quoted, expanded and plain parts, in order; they tile the word. */
  public List<WordPart> parts() {
    return isVerbatim ? verbatimParts() : WordParts.of(this);
  }

  private List<WordPart> verbatimParts() {
    if (expansions.isEmpty()) {
      return List.of(new WordPart.Quoted(slice, slice.text(), WordPart.Quote.VERBATIM));
    }
    List<WordPart> parts = new ArrayList<>();
    int at = 0;
    for (Slice expansion : expansions) {
      int start = expansion.span().start() - slice.span().start();
      if (at < start) {
        parts.add(verbatimPart(at, start));
      }
      parts.add(new WordPart.Expansion(expansion, true));
      at = start + expansion.span().length();
    }
    if (at < slice.span().length()) {
      parts.add(verbatimPart(at, slice.span().length()));
    }
    return parts;
  }

  private WordPart verbatimPart(int from, int to) {
    Slice part = slice.part(from, to);
    return new WordPart.Quoted(part, part.text(), WordPart.Quote.VERBATIM);
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
   * an unknown parameter stands for each, and for what is replaced in a verbatim word.
   */
  public Slice asScript() {
    return substitutions.isEmpty() && expansions.isEmpty() ? unquoted() : WordView.of(this);
  }

  /** Whether no expansion can change it: no parameter, no substitution, no pattern. */
  public boolean isLiteral() {
    if (isVerbatim) {
      return expansions.isEmpty();
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
        && substitutions.equals(word.substitutions)
        && expansions.equals(word.expansions);
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
