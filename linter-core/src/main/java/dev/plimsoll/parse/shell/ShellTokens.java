package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.shell.Frame.Expect;
import dev.plimsoll.parse.shell.Frame.Kind;
import dev.plimsoll.parse.shell.Frame.Role;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * The lexer with what a grammar cannot say: what a word stands in, which words are reserved where,
 * what a dialect lacks, and where here-documents lie. Comments are kept aside.
 */
public final class ShellTokens extends FrameLexer {

  private final Dialect dialect;
  private final HereDocuments heredocs;
  private final List<Span> comments = new ArrayList<>();
  private final Deque<Token> ready = new ArrayDeque<>();
  private boolean stripsTabs;
  private boolean delimiterFollows;
  private boolean regexFollows;
  private boolean nameRead; // the token before was a word that parentheses make a function's name

  private ShellTokens(String text, Dialect dialect, Kind kind) {
    super(text, kind);
    this.dialect = dialect;
    this.heredocs = new HereDocuments(text);
  }

  public static ShellTokens ofScript(String text, Dialect dialect) {
    return new ShellTokens(text, dialect, Kind.COMMANDS);
  }

  /** Reads the lines of a here-document that is expanded. */
  static ShellTokens ofHeredoc(String lines, Dialect dialect) {
    return new ShellTokens(lines, dialect, Kind.HEREDOC);
  }

  List<Span> comments() {
    return comments;
  }

  HereDocuments heredocs() {
    return heredocs;
  }

  @Override
  public Token nextToken() {
    if (!ready.isEmpty()) {
      return ready.remove();
    }
    CommonToken token = read();
    while (token.getType() == COMMENT || isNothing(token)) {
      if (token.getType() == COMMENT) {
        comments.add(new Span(token.getStartIndex(), token.getStopIndex() + 1));
      }
      token = read();
    }
    boolean glued = frame.wordEnd == token.getStartIndex() && isPiece(token.getType());
    if (glued && frame.readsWords()) {
      ready.add(token);
      take(token, false);
      return glue(token.getStartIndex());
    }
    take(token, true);
    return token;
  }

  private CommonToken read() {
    int at = _input.index();
    if (delimiterFollows || regexFollows) {
      int start = scan.afterBlanks(at);
      int end = delimiterFollows ? scan.endOfDelimiter(start) : scan.endOfRegex(start);
      if (delimiterFollows && end > start) {
        heredocs.announce(new Span(start, end), stripsTabs);
      }
      delimiterFollows = false;
      regexFollows = false;
      if (end > start) {
        seek(end);
        return make(WORD, start, end);
      }
    }
    _mode = modeAt(at);
    return (CommonToken) super.nextToken();
  }

  private CommonToken glue(int at) {
    return make(GLUE, at, at);
  }

  /** Leaves out the continuations at a word's end; a word of nothing else is no word. */
  private boolean isNothing(CommonToken token) {
    if (token.getType() != WORD || text.charAt(token.getStopIndex()) != '\n') {
      return false;
    }
    if (withoutContinuations(token) > token.getStartIndex()) {
      return false;
    }
    frame.wordEnd = token.getStopIndex() + 1;
    return true;
  }

  /** Lets a token change what stands around the next one. */
  private void take(CommonToken token, boolean first) {
    if (token.getType() == BAD) {
      swallow(token);
    } else if (frame.readsWords()) {
      takeInWords(token, first);
    } else {
      takeInText(token);
    }
  }

  private void takeInWords(CommonToken token, boolean first) {
    boolean named = nameRead;
    nameRead = false;
    switch (token.getType()) {
      case WORD -> word(token, first);
      case DOLLAR, BACKQUOTED -> piece(token, first);
      case ANSI -> {
        if (dialect == Dialect.POSIX) {
          cut(token, DOLLAR, 1);
        }
        piece(token, first);
      }
      case PROCESS_OPEN -> processOpen(token, first);
      case QUOTE_OPEN, PARAM_OPEN, COMMAND_OPEN, ARITH_DOLLAR -> {
        piece(token, first);
        open(token);
      }
      case LPAREN -> leftParenthesis(token, named);
      case RPAREN -> rightParenthesis(token);
      case NEWLINE -> newline(token);
      default -> operator(token);
    }
  }

  /** Takes a piece that is no plain word. */
  private void piece(CommonToken token, boolean first) {
    if (first) {
      frame.expect = afterWord(frame.expect);
    }
    frame.wordEnd = token.getStopIndex() + 1;
  }

  private static Expect afterWord(Expect before) {
    return switch (before) {
      case COMMAND, OPERATOR, FOR_IN, CASE_IN -> Expect.ARGUMENT;
      case PATTERN_START -> Expect.PATTERN;
      case CASE_SUBJECT -> Expect.CASE_IN;
      case FOR_NAME -> Expect.FOR_IN;
      case FUNCTION_NAME -> Expect.OPERATOR;
      case ARGUMENT, PATTERN -> before;
    };
  }

  private void processOpen(CommonToken token, boolean first) {
    if (dialect == Dialect.POSIX) {
      cut(token, REDIRECT, 1);
      operator(token);
    } else {
      piece(token, first);
      open(token);
    }
  }

  private void word(CommonToken token, boolean first) {
    if (dialect == Dialect.BASH) {
      takeGlob(token);
    }
    int end = token.getStopIndex() + 1;
    token.setStopIndex(withoutContinuations(token) - 1);
    frame.wordEnd = end;
    boolean whole = first && scan.isDelimiter(end);
    if (whole && reserved(token)) {
      frame.wordEnd = -1;
      return;
    }
    if (frame.kind == Kind.CONDITION) {
      regexFollows = whole && token.getText().equals("=~");
    } else if (first && frame.kind != Kind.ARRAY) {
      nameRead = frame.expect == Expect.COMMAND || frame.expect == Expect.FUNCTION_NAME;
      frame.expect = afterWord(frame.expect);
    }
    boolean opens = first && dialect == Dialect.BASH && text.startsWith("(", end);
    if (opens && isAssignment(token.getText())) {
      ready.add(glue(end));
      ready.add(make(ARRAY_OPEN, end, end + 1));
      seek(end + 1);
      enter(Kind.ARRAY, Role.WORD, false);
    }
  }

  private static boolean isAssignment(String word) {
    return word.endsWith("=") && Assignment.equalsSign(word) == word.length() - 1;
  }

  /** bash's {@code @(a|b)}, which belongs to the word. */
  private void takeGlob(CommonToken token) {
    int end = token.getStopIndex() + 1;
    boolean opens = text.startsWith("(", end) && "?*+@!".indexOf(text.charAt(end - 1)) >= 0;
    if (!opens || (token.getText().equals("!") && isNegation(token))) {
      return;
    }
    int close = scan.closingParenthesis(end + 1);
    if (close < text.length()) {
      token.setStopIndex(close);
      seek(close + 1);
    }
  }

  /** In a condition an exclamation mark belongs to a pattern only behind {@code ==} or its kin. */
  private boolean isNegation(CommonToken token) {
    boolean isPattern = scan.followsEqualsSign(token.getStartIndex());
    return frame.kind == Kind.CONDITION ? !isPattern : frame.expect == Expect.COMMAND;
  }

  private boolean reserved(CommonToken token) {
    int type = reservedType(token);
    if (type == ReservedWords.NONE) {
      return false;
    }
    token.setType(type);
    switch (type) {
      case CASE -> frame.expect = Expect.CASE_SUBJECT;
      case FOR, SELECT -> frame.expect = Expect.FOR_NAME;
      case FUNCTION -> frame.expect = Expect.FUNCTION_NAME;
      case COND_OPEN -> enter(Kind.CONDITION, Role.COMMAND, false);
      case COND_CLOSE -> {
        if (frame.kind == Kind.CONDITION) {
          leave(token);
        }
      }
      case IN -> {
        if (frame.expect == Expect.CASE_IN) {
          enter(Kind.CASE, Role.COMMAND, false);
        } else {
          frame.expect = Expect.ARGUMENT;
        }
      }
      case ESAC -> {
        if (frame.kind == Kind.CASE) {
          leave(token);
        }
      }
      case FI, DONE, RBRACE -> frame.expect = Expect.OPERATOR;
      case PREFIX -> {
        timeOption(token);
        frame.expect = Expect.COMMAND;
      }
      default -> frame.expect = Expect.COMMAND; // then, do, { and their kin
    }
    return true;
  }

  private int reservedType(CommonToken token) {
    String word = token.getText();
    if (frame.kind == Kind.CONDITION) {
      return word.equals("]]") ? COND_CLOSE : ReservedWords.NONE;
    }
    if (frame.kind == Kind.ARRAY) {
      return ReservedWords.NONE;
    }
    return switch (frame.expect) {
      case COMMAND, OPERATOR -> ReservedWords.typeOf(word, dialect);
      case CASE_IN -> word.equals("in") ? IN : ReservedWords.NONE;
      case FOR_IN -> ReservedWords.afterForHead(word, dialect);
      case PATTERN_START -> word.equals("esac") ? ESAC : ReservedWords.NONE;
      default -> ReservedWords.NONE;
    };
  }

  /** bash reads {@code time -p} as one. */
  private void timeOption(CommonToken token) {
    int option = scan.afterBlanks(token.getStopIndex() + 1);
    boolean timed = token.getText().equals("time");
    if (timed && text.startsWith("-p", option) && scan.isDelimiter(option + 2)) {
      token.setStopIndex(option + 1);
      seek(option + 2);
    }
  }

  private void leftParenthesis(CommonToken token, boolean named) {
    int next = token.getStopIndex() + 1;
    if (frame.kind == Kind.CONDITION) {
      return;
    }
    if (frame.expect == Expect.PATTERN_START) {
      frame.expect = Expect.PATTERN;
      return;
    }
    int close = scan.afterBlanks(next);
    if (named && text.startsWith(")", close)) {
      token.setType(PARENS);
      token.setStopIndex(close);
      seek(close + 1);
      frame.expect = Expect.COMMAND;
      return;
    }
    boolean begins =
        frame.expect == Expect.COMMAND
            || frame.expect == Expect.OPERATOR
            || frame.expect == Expect.FOR_NAME;
    boolean doubled = dialect == Dialect.BASH && text.startsWith("(", next);
    if (begins && doubled && scan.opensArithmetic(next + 1)) {
      cut(token, ARITH_OPEN, 2);
      enter(Kind.ARITHMETIC, Role.COMMAND, false);
    } else {
      enter(Kind.COMMANDS, Role.COMMAND, false);
    }
  }

  private void rightParenthesis(CommonToken token) {
    boolean pattern = frame.expect == Expect.PATTERN || frame.expect == Expect.PATTERN_START;
    if (frame.kind == Kind.CASE && pattern) {
      frame.expect = Expect.COMMAND;
    } else if (frame.kind != Kind.CONDITION) {
      if (frame.kind == Kind.CASE && outer.size() > 1) {
        frame = outer.pop(); // a case that is never closed ends with the parentheses around it
      }
      leave(token);
    }
  }

  private void newline(CommonToken token) {
    if (frame.expect == Expect.ARGUMENT || frame.expect == Expect.OPERATOR) {
      frame.expect = Expect.COMMAND;
    }
    int start = token.getStopIndex() + 1;
    int end = heredocs.read(start);
    if (end > start) {
      seek(end);
    }
  }

  private void operator(CommonToken token) {
    splitWhatPosixLacks(token);
    if (frame.kind == Kind.CONDITION || frame.kind == Kind.ARRAY) {
      return;
    }
    switch (token.getType()) {
      case REDIRECT, AND_REDIRECT, HERE_STRING -> redirect();
      case HERE -> {
        redirect();
        delimiterFollows = true;
        stripsTabs = text.charAt(token.getStopIndex()) == '-';
      }
      case CASE_END -> frame.expect = frame.kind == Kind.CASE ? Expect.PATTERN_START : frame.expect;
      case AND_IF, OR_IF, SEMI, AMP, PIPE -> joins(token);
      default -> {} // the end of the text
    }
  }

  private void redirect() {
    if (frame.expect == Expect.COMMAND || frame.expect == Expect.OPERATOR) {
      frame.expect = Expect.ARGUMENT;
    }
  }

  private void joins(CommonToken token) {
    if (frame.expect == Expect.PATTERN) {
      return;
    }
    if (frame.expect == Expect.COMMAND) {
      token.setType(MISPLACED);
    }
    frame.expect = Expect.COMMAND;
  }

  private void splitWhatPosixLacks(CommonToken token) {
    if (dialect == Dialect.BASH) {
      return;
    }
    int length = token.getStopIndex() - token.getStartIndex() + 1;
    switch (token.getType()) {
      case AND_REDIRECT -> cut(token, AMP, 1);
      case HERE_STRING -> cut(token, HERE, length - 1);
      case PIPE -> cut(token, PIPE, 1);
      case CASE_END -> {
        if (token.getText().equals(";&")) {
          cut(token, SEMI, 1);
        } else {
          cut(token, CASE_END, 2);
        }
      }
      default -> {} // common to both
    }
  }
}
