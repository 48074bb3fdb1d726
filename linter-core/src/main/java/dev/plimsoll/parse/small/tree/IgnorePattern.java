package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;

/**
 * One line of an ignore file that says something.
 *
 * @param slice its characters, a leading {@code !} with them, blanks around them not
 * @param negated whether it takes back what earlier patterns ignore
 * @param foldersOnly whether it speaks of folders alone: git's trailing slash
 * @param baseName whether it is held against the last segment of a path alone
 */
public record IgnorePattern(
    Slice slice, boolean negated, boolean foldersOnly, boolean baseName, Wildcard wildcard) {

  boolean matches(String path) {
    return wildcard.matches(path, baseName ? path.lastIndexOf('/') + 1 : 0);
  }
}
