package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.shell.tree.Dialect;

/** The words that are no names where a command begins: XCU 2.4, and the bash manual, 3.2.5. */
final class ReservedWords {

  static final int NONE = 0;
  private static final int LONGEST = "function".length();

  private ReservedWords() {}

  /** The token type of a word that stands where a command begins, or {@link #NONE}. */
  static int typeOf(String word, Dialect dialect) {
    if (word.length() > LONGEST) {
      return NONE;
    }
    int common = common(word);
    return common == NONE && dialect == Dialect.BASH ? bash(word) : common;
  }

  /** After the name of a for loop, or bash's arithmetic head. */
  static int afterForHead(String word, Dialect dialect) {
    if (word.equals("in")) {
      return ShellLexer.IN;
    }
    boolean isBrace = word.equals("{") && dialect == Dialect.BASH;
    return isBrace ? ShellLexer.LBRACE : word.equals("do") ? ShellLexer.DO : NONE;
  }

  private static int common(String word) {
    return switch (word) {
      case "!" -> ShellLexer.PREFIX;
      case "{" -> ShellLexer.LBRACE;
      case "}" -> ShellLexer.RBRACE;
      case "case" -> ShellLexer.CASE;
      case "do" -> ShellLexer.DO;
      case "done" -> ShellLexer.DONE;
      case "elif" -> ShellLexer.ELIF;
      case "else" -> ShellLexer.ELSE;
      case "esac" -> ShellLexer.ESAC;
      case "fi" -> ShellLexer.FI;
      case "for" -> ShellLexer.FOR;
      case "if" -> ShellLexer.IF;
      case "then" -> ShellLexer.THEN;
      case "until" -> ShellLexer.UNTIL;
      case "while" -> ShellLexer.WHILE;
      default -> NONE;
    };
  }

  private static int bash(String word) {
    return switch (word) {
      case "time", "coproc" -> ShellLexer.PREFIX;
      case "[[" -> ShellLexer.COND_OPEN;
      case "]]" -> ShellLexer.COND_CLOSE; // opened by nothing
      case "function" -> ShellLexer.FUNCTION;
      case "select" -> ShellLexer.SELECT;
      default -> NONE;
    };
  }
}
