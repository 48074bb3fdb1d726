package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * {@code NAME=value} before a command's name, or alone, XCU 2.9.1; bash also has {@code NAME+=} and
 * {@code NAME[index]=}, which are taken in every dialect: where they mean nothing, no program is
 * named so.
 *
 * @param name without index and operator
 * @param value may be empty
 */
public record Assignment(ShellWord word, Slice name, Slice value) {

  /** The assignment that a word reads, XCU 2.10.2 rule 7. */
  public static Optional<Assignment> of(ShellWord word) {
    String text = word.slice().text();
    int equals = equalsSign(text);
    if (equals < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Assignment(
            word,
            word.slice().part(0, Names.end(text, 0)),
            word.slice().part(equals + 1, text.length())));
  }

  /** The offset of the equals sign of an assignment, or -1. */
  public static int equalsSign(String word) {
    int at = Names.end(word, 0);
    if (at == 0) {
      return -1;
    }
    if (at < word.length() && word.charAt(at) == '[') {
      at = word.indexOf(']', at) + 1;
      if (at == 0) {
        return -1;
      }
    }
    at += word.startsWith("+=", at) ? 1 : 0;
    return word.startsWith("=", at) ? at : -1;
  }

  /** Where the name ends that begins at an offset of a text; the offset itself if none does. */
  public static int endOfName(String text, int from) {
    return Names.end(text, from);
  }

  /** Whether a text is a name, XBD 3.216. */
  public static boolean isName(String text) {
    return !text.isEmpty() && Names.end(text, 0) == text.length();
  }
}
