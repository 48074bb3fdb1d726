package dev.plimsoll.project;

import java.util.HashSet;
import java.util.Set;

/**
 * The words of a text: of letters, digits, underscores and hyphens, as names of files and services
 * are.
 */
final class TextWords {

  private TextWords() {}

  /** All of them. */
  static Set<String> of(String text) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isOfWord(text.charAt(i))) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** Whether a word stands in a text by itself. */
  static boolean has(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !isOfWord(text.charAt(at - 1));
      if (begins && (end == text.length() || !isOfWord(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
