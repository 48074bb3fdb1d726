package dev.plimsoll.project;

import java.util.Optional;

/** The words of a command that stands somewhere in a text, quotes taken off, to its end. */
final class CommandWords {

  private final String text;
  private int at;
  private int end;
  private boolean variable;

  CommandWords(String text, int from) {
    this.text = text;
    this.at = from;
    this.end = from;
  }

  /** The next word; nothing at the end of the command. */
  Optional<String> next() {
    skipBlanks();
    StringBuilder word = new StringBuilder();
    int start = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      char c = text.charAt(at);
      int open = c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"' ? at + 1 : at;
      if (text.charAt(open) == '"' || c == '\'') {
        int close = closing(open, word.length() == 0 || word.charAt(word.length() - 1) == '=');
        if (close < 0) {
          break;
        }
        int stop = text.charAt(close - 1) == '\\' ? close - 1 : close;
        word.append(text, open + 1, Math.max(open + 1, stop));
        at = close + 1;
      } else if (c == '$' && at + 1 < text.length() && "({".indexOf(text.charAt(at + 1)) >= 0) {
        reference(word);
      } else {
        word.append(c);
        at++;
      }
    }
    if (at == start) {
      return Optional.empty();
    }
    end = at;
    variable = word.length() > 0 && word.charAt(0) == '$';
    return Optional.of(word.toString());
  }

  /** Where the last word ends. */
  int end() {
    return end;
  }

  /** Whether the last word begins with a variable, which may stand for more than one. */
  boolean lastIsVariable() {
    return variable;
  }

  private void skipBlanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c == '\\' && text.startsWith("\n", at + 1)) {
        at += 2;
      } else if (c == '\\' && text.startsWith("\r\n", at + 1)) {
        at += 3;
      } else {
        return;
      }
    }
  }

  private static boolean ends(char c) {
    return " \t\r\n;|&)`,]#".indexOf(c) >= 0;
  }

  /** The quote that closes one; -1 where there is none on the line, or it opens none. */
  private int closing(int open, boolean begins) {
    if (!begins) {
      return -1;
    }
    for (int i = open + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == text.charAt(open)) {
        return i;
      }
    }
    return -1;
  }

  private void reference(StringBuilder word) {
    char close = text.charAt(at + 1) == '(' ? ')' : '}';
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      word.append(c);
      at++;
      if (c == close) {
        return;
      }
    }
  }
}
