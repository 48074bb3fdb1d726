package dev.plimsoll.parse.small.tree;

import java.util.Arrays;

/** A set of code points, as {@code [a-z]} writes it; it grows until it is put into a pattern. */
public final class CharacterClass {

  private int[] bounds = new int[8]; // first, last, first, last, …
  private int size;
  private boolean negated;
  private boolean withoutSlash;

  /** Adds the code points from {@code first} to {@code last}; none where they stand reversed. */
  public void add(int first, int last) {
    if (size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * size);
    }
    bounds[size++] = first;
    bounds[size++] = last;
  }

  /** From now on it holds what was not added. */
  public void negate() {
    negated = true;
  }

  /** A slash is never in it, whatever was added: git keeps classes within one segment. */
  public void leaveOutSlash() {
    withoutSlash = true;
  }

  /** Adds a POSIX class by its name, such as {@code alnum}; tells whether there is one. */
  public boolean addNamed(String name) {
    switch (name) {
      case "alnum" -> addAll('0', '9', 'A', 'Z', 'a', 'z');
      case "alpha" -> addAll('A', 'Z', 'a', 'z');
      case "blank" -> addAll(' ', ' ', '\t', '\t');
      case "cntrl" -> addAll(0, 31, 127, 127);
      case "digit" -> addAll('0', '9');
      case "graph" -> addAll('!', '~');
      case "lower" -> addAll('a', 'z');
      case "print" -> addAll(' ', '~');
      case "punct" -> addAll('!', '/', ':', '@', '[', '`', '{', '~');
      case "space" -> addAll(' ', ' ', '\t', '\r');
      case "upper" -> addAll('A', 'Z');
      case "xdigit" -> addAll('0', '9', 'A', 'F', 'a', 'f');
      default -> {
        return false;
      }
    }
    return true;
  }

  private void addAll(int... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      add(pairs[i], pairs[i + 1]);
    }
  }

  boolean contains(int character) {
    if (withoutSlash && character == '/') {
      return false;
    }
    for (int i = 0; i < size; i += 2) {
      if (bounds[i] <= character && character <= bounds[i + 1]) {
        return !negated;
      }
    }
    return negated;
  }
}
