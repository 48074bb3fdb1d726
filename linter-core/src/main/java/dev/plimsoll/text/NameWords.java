package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.List;

/** The words of which a name is made, whichever way they are told apart. */
public final class NameWords {

  private NameWords() {}

  /**
   * The words as they are written: {@code list}, {@code HTTP}, {@code errors2} of {@code
   * listHTTPErrors2}, {@code list_HTTP-errors2}.
   */
  public static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean isInside = i < name.length() && Character.isLetterOrDigit(name.charAt(i));
      if (!isInside || (i > start && isHump(name, i))) {
        if (i > start) {
          words.add(name.substring(start, i));
        }
        start = isInside ? i : i + 1;
      }
    }
    return words;
  }

  /** Whether a capital begins a word: behind a small letter, or before one where capitals end. */
  private static boolean isHump(String name, int at) {
    if (!Character.isUpperCase(name.charAt(at))) {
      return false;
    }
    boolean isBeforeSmall =
        at + 1 < name.length()
            && Character.isLowerCase(name.charAt(at + 1))
            && !isPlural(name, at + 1);
    return !Character.isUpperCase(name.charAt(at - 1)) || isBeforeSmall;
  }

  /** Whether a small s ends a word of capitals: {@code userIDs}. */
  private static boolean isPlural(String name, int at) {
    return name.charAt(at) == 's'
        && (at + 1 == name.length() || !Character.isLowerCase(name.charAt(at + 1)));
  }
}
