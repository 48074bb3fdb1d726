package dev.plimsoll.fix;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * The named edits of a Dockerfile; each keeps comments, continuations and everything it need not
 * touch.
 */
public final class DockerfileEdits {

  private DockerfileEdits() {}

  /**
   * {@code ENV name value} as {@code ENV name=value}, quoted where the value has blanks.
   *
   * @return none where quoting could change the value: it mixes blanks with quotes or escapes
   */
  public static List<Edit> withEqualsSign(Instruction.LegacyPair legacy) {
    Slice value = legacy.pair().value().slice();
    Edit equals = Edit.replace(legacy.between(), "=");
    String text = value.text();
    if (isQuotedWhole(text) || !hasBlank(text)) {
      return List.of(equals);
    }
    for (int i = 0; i < text.length(); i++) {
      if ("\"'\\`".indexOf(text.charAt(i)) >= 0) {
        return List.of();
      }
    }
    return List.of(Edit.replace(legacy.between(), "=\""), Edit.insertAfter(value, "\""));
  }

  private static boolean hasBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is one quoted string without a quote or an escape inside. */
  private static boolean isQuotedWhole(String text) {
    if (text.length() < 2 || (text.charAt(0) != '"' && text.charAt(0) != '\'')) {
      return false;
    }
    return text.indexOf(text.charAt(0), 1) == text.length() - 1
        && text.indexOf('\\') < 0
        && text.indexOf('`') < 0;
  }
}
