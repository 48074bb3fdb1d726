package dev.plimsoll.project.map;

import dev.plimsoll.parse.small.VariableTextReader;
import dev.plimsoll.parse.small.tree.VariableText;
import dev.plimsoll.parse.small.tree.VariableText.Variable;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.SecretTokens;
import dev.plimsoll.text.Slice;

/**
 * What a map shows of the texts of files: no secret, neither one written there nor a variable's.
 */
final class Shown {

  private static final String MASK = "***";
  private static final String FOLDER = "PWD"; // that of the shell, no password

  private Shown() {}

  /**
   * A value: as it is written where a variable brings a secret into it.
   *
   * @param slice as it is written
   * @param text what it says
   */
  static String of(Slice slice, String text) {
    return masked(takesSecret(slice) ? unquoted(slice.text()) : text);
  }

  /** A text as it is written, without quotes around it. */
  static String unquoted(String written) {
    boolean isQuoted = written.startsWith("\"") || written.startsWith("'");
    int start = isQuoted ? 1 : 0;
    boolean isClosed = written.length() > 1 && written.endsWith(written.substring(0, start));
    return written.substring(start, written.length() - (isQuoted && isClosed ? 1 : 0));
  }

  /** Whether the name of a variable in it announces a secret. */
  static boolean takesSecret(Slice slice) {
    String written = slice.text();
    return written.indexOf('$') >= 0 && namesSecret(VariableTextReader.read(written));
  }

  private static boolean namesSecret(VariableText text) {
    for (VariableText.Part part : text.parts()) {
      if (part instanceof Variable variable
          && ((!variable.name().equals(FOLDER) && SecretNames.announcesSecret(variable.name()))
              || namesSecret(variable.operand()))) {
        return true;
      }
    }
    return false;
  }

  /** A text with a mask for each secret that its form gives away. */
  private static String masked(String text) {
    StringBuilder shown = new StringBuilder();
    int at = 0;
    for (SecretTokens.Found found : SecretTokens.in(text)) {
      if (found.span().start() >= at) {
        shown.append(text, at, found.span().start()).append(MASK);
        at = found.span().end();
      }
    }
    return shown.append(text, at, text.length()).toString();
  }
}
