package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.Utf16Stream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Pair;

/**
 * The lexer with what a grammar cannot say: the escape character comes from a directive, a line
 * after a continuation is looked at as a whole, and the bodies of heredocs follow the line that
 * announces them. Its reader tells it of directives and heredocs before it asks for the next line.
 */
final class LineTokens extends DockerfileLexer {

  private final String text;
  private final Deque<HeredocWord> pending = new ArrayDeque<>();
  private char escape = '\\';
  private boolean continued;

  LineTokens(String text) {
    super(new Utf16Stream(text));
    this.text = text;
  }

  /** Tells which heredocs follow the line break that comes next, in order. */
  void expect(List<HeredocWord> heredocs) {
    pending.addAll(heredocs);
  }

  /** Tells what the directive at the top of the file says. */
  void escapeWith(char character) {
    escape = character;
  }

  char escape() {
    return escape;
  }

  @Override
  public Token nextToken() {
    if (!pending.isEmpty() && _mode == DEFAULT_MODE) {
      return heredoc(pending.remove());
    }
    chooseMode();
    Token token = super.nextToken();
    switch (token.getType()) {
      case CONTINUATION -> continued = true;
      case LINE_BREAK, EOF -> {
        continued = false;
        _mode = DEFAULT_MODE;
      }
      default -> {} // text, blanks, comments and skipped lines change nothing
    }
    return token;
  }

  private void chooseMode() {
    int at = _input.index();
    if (continued) {
      boolean vanishes = at < text.length() && vanishes(at);
      _mode = vanishes ? BETWEEN : escapeMode();
      continued = vanishes;
    } else if (_mode == DEFAULT_MODE && at < text.length() && !isBlankOrComment(text.charAt(at))) {
      _mode = escapeMode();
    }
  }

  private int escapeMode() {
    return escape == '`' ? BACKTICK : BACKSLASH;
  }

  private static boolean isBlankOrComment(char c) {
    return c == '#' || Blanks.isSpace(c);
  }

  /** Whether the line at an offset is a comment, or blank and ended. */
  private boolean vanishes(int at) {
    int i = at;
    while (i < text.length() && text.charAt(i) != '\n' && Blanks.isSpace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '#' || text.charAt(i) == '\n');
  }

  private Token heredoc(HeredocWord word) {
    int start = _input.index();
    int at = start;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      boolean last = word.isTerminator(text.substring(at, end));
      at = newline < 0 ? text.length() : newline + 1;
      if (last) {
        return heredoc(start, at);
      }
    }
    return heredoc(start, at);
  }

  private Token heredoc(int start, int end) {
    CommonToken token = new CommonToken(new Pair<>(this, _input), HEREDOC, 0, start, end - 1);
    _input.seek(end);
    return token;
  }
}
