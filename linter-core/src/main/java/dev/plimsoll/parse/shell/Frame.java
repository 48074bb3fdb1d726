package dev.plimsoll.parse.shell;

/** What the text at hand stands in, and what may come next there. */
final class Frame {

  /** What opened it decides how text is read. */
  enum Kind {
    /** The script itself, parentheses, and {@code $(…)}. */
    COMMANDS,
    /** From {@code in} to {@code esac}. */
    CASE,
    /** bash's {@code [[ … ]]}. */
    CONDITION,
    /** bash's {@code NAME=( … )}. */
    ARRAY,
    QUOTE,
    PARAMETER,
    ARITHMETIC,
    HEREDOC
  }

  /** Where in a command the next token stands; it decides which words are reserved, XCU 2.4. */
  enum Expect {
    /** A command begins; an operator would be out of place. */
    COMMAND,
    /** A compound command has ended: an operator, a redirection or a closing word. */
    OPERATOR,
    /** The words of a simple command. */
    ARGUMENT,
    CASE_SUBJECT,
    CASE_IN,
    PATTERN_START,
    PATTERN,
    FOR_NAME,
    FOR_IN,
    FUNCTION_NAME
  }

  /** Whether it opened in a word, which goes on after it. */
  enum Role {
    WORD,
    COMMAND
  }

  final Kind kind;
  final Role role;

  /** Whether double quotes, or a here-document, are around it. */
  final boolean quoted;

  Expect expect;

  /** Where the last piece of a word ended; a piece that begins there belongs to the same word. */
  int wordEnd = -1;

  /** In arithmetic, the parentheses open. */
  int depth;

  Frame(Kind kind, Role role, boolean quoted) {
    this.kind = kind;
    this.role = role;
    this.quoted = quoted;
    this.expect = kind == Kind.CASE ? Expect.PATTERN_START : Expect.COMMAND;
  }

  boolean readsWords() {
    return kind == Kind.COMMANDS
        || kind == Kind.CASE
        || kind == Kind.CONDITION
        || kind == Kind.ARRAY;
  }
}
