package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;

/** A word as written, quotes and expansions in it. */
public record ShellWord(Slice slice) {

  /**
   * What the word says where quotes and backslashes are all that is special in it, XCU 2.2; a word
   * with an expansion comes back as written, {@link #isLiteral} tells.
   */
  public String text() {
    String raw = slice.text();
    if (raw.indexOf('\'') < 0 && raw.indexOf('"') < 0 && raw.indexOf('\\') < 0) {
      return raw;
    }
    return isLiteral() ? unquoted(raw) : raw;
  }

  /** Whether no expansion can change it: no dollar sign outside single quotes, no pattern. */
  public boolean isLiteral() {
    String raw = slice.text();
    boolean single = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\'') {
        single = !single;
      } else if (!single && c == '\\') {
        i++;
      } else if (!single && (c == '$' || c == '`' || c == '*' || c == '?' || c == '[')) {
        return false;
      }
    }
    return true;
  }

  private static String unquoted(String raw) {
    StringBuilder text = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && i + 1 < raw.length()) {
        text.append(raw.charAt(++i));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
