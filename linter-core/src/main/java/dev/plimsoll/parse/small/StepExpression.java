package dev.plimsoll.parse.small;

import dev.plimsoll.parse.shell.tree.ShellWord;

/**
 * What a CI service replaces in a script before the shell reads it.
 *
 * @param isPath whether only names with dots between them are replaced
 * @param meaning what the shell gets
 */
record StepExpression(String open, String close, boolean isPath, String meaning) {

  static final StepExpression GITHUB = new StepExpression("${{", "}}", false, ShellWord.UNKNOWN);
  static final StepExpression GITLAB = new StepExpression("$[[", "]]", false, ShellWord.UNKNOWN);
  static final StepExpression CIRCLE = new StepExpression("<<", ">>", true, ShellWord.UNKNOWN);
  static final StepExpression CIRCLE_ESCAPE = new StepExpression("\\<<", "", false, "<<");
  static final StepExpression DRONE_ESCAPE = new StepExpression("$$", "", false, "$");

  /** Where one ends that begins at an offset; the offset itself where none does. */
  int end(String text, int from) {
    if (!text.startsWith(open, from)) {
      return from;
    }
    int start = from + open.length();
    boolean quoted = false;
    for (int at = start; at <= text.length() - close.length(); at++) {
      char c = at < text.length() ? text.charAt(at) : ' ';
      if (!quoted && text.startsWith(close, at)) {
        return !isPath || isPath(text.substring(start, at)) ? at + close.length() : from;
      }
      quoted ^= c == '\'';
    }
    int first = text.indexOf(close, start);
    return isPath ? from : first < 0 ? text.length() : first + close.length();
  }

  private static boolean isPath(String text) {
    String path = text.strip();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!Character.isLetterOrDigit(c) && "._-".indexOf(c) < 0) {
        return false;
      }
    }
    return path.indexOf('.') > 0;
  }
}
