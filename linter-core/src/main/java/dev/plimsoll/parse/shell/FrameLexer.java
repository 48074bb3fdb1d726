package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.Utf16Stream;
import dev.plimsoll.parse.shell.Frame.Expect;
import dev.plimsoll.parse.shell.Frame.Kind;
import dev.plimsoll.parse.shell.Frame.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.misc.Pair;

/** The lexer with what quotes, expansions and parentheses stand around the text at hand. */
abstract class FrameLexer extends ShellLexer {

  final String text;
  final Scan scan;
  final Deque<Frame> outer = new ArrayDeque<>();
  Frame frame;

  FrameLexer(String text, Kind kind) {
    super(new Utf16Stream(text));
    removeErrorListeners();
    this.text = text;
    this.scan = new Scan(text);
    this.frame = new Frame(kind, Role.COMMAND, kind == Kind.HEREDOC);
  }

  int modeAt(int at) {
    return switch (frame.kind) {
      case QUOTE, HEREDOC -> QUOTES;
      case PARAMETER -> frame.quoted ? QUOTED_PARAM : PARAM;
      case ARITHMETIC -> ARITH;
      default -> frame.wordEnd == at && !scan.isDelimiter(at) ? PIECE : DEFAULT_MODE;
    };
  }

  CommonToken make(int type, int start, int end) {
    return new CommonToken(new Pair<>(this, _input), type, DEFAULT_TOKEN_CHANNEL, start, end - 1);
  }

  void seek(int to) {
    _input.seek(to);
    _hitEOF = false;
  }

  void cut(CommonToken token, int type, int length) {
    token.setType(type);
    token.setStopIndex(token.getStartIndex() + length - 1);
    seek(token.getStartIndex() + length);
  }

  /** A quote that is never closed takes the rest of the script. */
  void swallow(CommonToken token) {
    char c = text.charAt(token.getStartIndex());
    if (c == '\'' || c == '`') {
      token.setStopIndex(text.length() - 1);
      seek(text.length());
    }
  }

  void takeInText(CommonToken token) {
    switch (token.getType()) {
      case QUOTE_CLOSE -> {
        if (frame.kind == Kind.QUOTE) {
          leave(token);
        } else {
          token.setType(QUOTE_TEXT);
        }
      }
      case PARAM_CLOSE -> leave(token);
      case ARITH_LPAREN -> frame.depth++;
      case ARITH_RPAREN -> arithmeticEnd(token);
      default -> open(token);
    }
  }

  private void arithmeticEnd(CommonToken token) {
    if (frame.depth > 0) {
      frame.depth--;
    } else if (text.startsWith("))", token.getStartIndex())) {
      cut(token, ARITH_CLOSE, 2);
      leave(token);
    }
  }

  /** Enters what a token opens, in whatever it stands. */
  void open(CommonToken token) {
    boolean quoted = frame.quoted || frame.kind == Kind.QUOTE;
    switch (token.getType()) {
      case QUOTE_OPEN -> enter(Kind.QUOTE, Role.WORD, false);
      case PARAM_OPEN -> enter(Kind.PARAMETER, Role.WORD, quoted);
      case COMMAND_OPEN, PROCESS_OPEN -> enter(Kind.COMMANDS, Role.WORD, false);
      case ARITH_DOLLAR -> {
        if (scan.opensArithmetic(token.getStopIndex() + 1)) {
          enter(Kind.ARITHMETIC, Role.WORD, false);
        } else {
          cut(token, COMMAND_OPEN, "$(".length());
          enter(Kind.COMMANDS, Role.WORD, false);
        }
      }
      default -> {} // text opens nothing
    }
  }

  void enter(Kind kind, Role role, boolean quoted) {
    outer.push(frame);
    frame = new Frame(kind, role, quoted);
  }

  /** Leaves a frame: its word goes on, or its command has ended. */
  void leave(CommonToken token) {
    Role role = frame.role;
    if (outer.isEmpty()) {
      return;
    }
    frame = outer.pop();
    if (role == Role.WORD) {
      frame.wordEnd = token.getStopIndex() + 1;
    } else {
      boolean forHead = frame.expect == Expect.FOR_NAME;
      frame.expect = forHead ? Expect.FOR_IN : Expect.OPERATOR;
    }
  }

  /** Where a word ends before the line continuations at its end. */
  int withoutContinuations(CommonToken token) {
    int end = token.getStopIndex() + 1;
    while (end > token.getStartIndex() && text.charAt(end - 1) == '\n') {
      end -= end >= 3 && text.charAt(end - 2) == '\r' ? 3 : 2;
    }
    return end;
  }

  /** Whether a token of a type is part of a word. */
  static boolean isPiece(int type) {
    return switch (type) {
      case WORD,
          DOLLAR,
          ANSI,
          BACKQUOTED,
          QUOTE_OPEN,
          PARAM_OPEN,
          COMMAND_OPEN,
          ARITH_DOLLAR,
          PROCESS_OPEN ->
          true;
      default -> false;
    };
  }
}
