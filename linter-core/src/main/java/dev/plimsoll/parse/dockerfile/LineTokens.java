package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.Utf16Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Pair;

/**
 * The lexer with what a grammar cannot say: the escape character comes from a directive, a line
 * after a continuation is looked at as a whole, and heredocs announced on an instruction's lines
 * follow it.
 */
final class LineTokens extends DockerfileLexer {

  private final String text;
  private char escape = '\\';
  private boolean directivesOpen = true;
  private boolean continued;
  private final StringBuilder instruction = new StringBuilder();
  private final List<HeredocWord> pending = new ArrayList<>();

  LineTokens(String text) {
    super(new Utf16Stream(text));
    this.text = text;
  }

  char escape() {
    return escape;
  }

  @Override
  public Token nextToken() {
    if (!pending.isEmpty() && _mode == DEFAULT_MODE) {
      return heredoc(pending.remove(0));
    }
    chooseMode();
    Token token = super.nextToken();
    switch (token.getType()) {
      case TEXT -> instruction.append(text, token.getStartIndex(), token.getStopIndex() + 1);
      case CONTINUATION -> continued = true;
      case LINE_BREAK, EOF -> endLine();
      case COMMENT -> readDirective(token);
      default -> {} // blanks and skipped lines say nothing
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
      directivesOpen = false;
      _mode = escapeMode();
    }
  }

  private int escapeMode() {
    return escape == '`' ? BACKTICK : BACKSLASH;
  }

  private static boolean isBlankOrComment(char c) {
    return c == '#' || c == '\n' || isBlank(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B';
  }

  /** Whether the line at an offset is a comment, or blank and ended. */
  private boolean vanishes(int at) {
    int i = at;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '#' || text.charAt(i) == '\n');
  }

  private void endLine() {
    if (_mode == DEFAULT_MODE) {
      // A blank line ends the directives; the break after a directive does not.
      directivesOpen &= _input.index() > 1 && lineBeforeIsDirective();
      return;
    }
    pending.addAll(HeredocWord.announcedBy(instruction.toString()));
    instruction.setLength(0);
    continued = false;
    _mode = DEFAULT_MODE;
  }

  private boolean lineBeforeIsDirective() {
    int end = text.lastIndexOf('\n', _input.index() - 1);
    int start = text.lastIndexOf('\n', end - 1) + 1;
    return end > start && text.substring(start, end).stripLeading().startsWith("#");
  }

  private void readDirective(Token comment) {
    if (!directivesOpen) {
      return;
    }
    int[] parts =
        DirectiveParts.of(text.substring(comment.getStartIndex(), comment.getStopIndex() + 1));
    directivesOpen = parts.length > 0;
    if (directivesOpen) {
      String line = text.substring(comment.getStartIndex(), comment.getStopIndex() + 1);
      String name = line.substring(parts[0], parts[1]).toLowerCase(Locale.ROOT);
      String value = line.substring(parts[2], parts[3]);
      if (name.equals("escape") && value.equals("`")) {
        escape = '`';
      }
    }
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
