package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.VariableText;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a text with variables apart as Compose does. Source: compose-go, {@code
 * template/template.go}: its pattern reaches from an operator to the last brace of the line, of
 * which the first brace that closes then ends the variable.
 */
public final class VariableTextReader {

  /** Variables within operands of variables; the deepest seen in the wild are in three. */
  static final int MAX_DEPTH = 100;

  private static final int NONE = -1;

  private final String text;
  private final int end;
  private final int depth;
  private final List<VariableText.Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int lineEnd = NONE;
  private int lastBrace = NONE;
  private int at;

  private VariableTextReader(String text, Span span, int depth) {
    this.text = text;
    this.at = span.start();
    this.end = span.end();
    this.depth = depth;
  }

  /** The parts of a text; an empty one has none. */
  public static VariableText read(String text) {
    return new VariableTextReader(text, new Span(0, text.length()), 0).read();
  }

  private VariableText read() {
    while (at < end) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0 || dollar + 1 >= end) {
        literal.append(text, at, end);
        at = end;
      } else {
        literal.append(text, at, dollar);
        dollar(dollar);
      }
    }
    flush();
    return new VariableText(parts);
  }

  private void flush() {
    if (literal.length() > 0) {
      parts.add(new VariableText.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private void dollar(int dollar) {
    char next = text.charAt(dollar + 1);
    if (next == '{') {
      braced(dollar);
    } else if (isNameStart(next)) {
      int nameEnd = nameEnd(dollar + 1);
      plain(dollar, new Span(dollar + 1, nameEnd), nameEnd);
    } else {
      literal.append('$');
      at = dollar + (next == '$' ? 2 : 1);
    }
  }

  private void braced(int dollar) {
    int name = dollar + 2;
    if (name >= end || !isNameStart(text.charAt(name))) {
      invalid(dollar, false);
      return;
    }
    int nameEnd = nameEnd(name);
    int sign = isAt(nameEnd, ":") ? nameEnd + 1 : nameEnd;
    if (isAt(nameEnd, "}")) {
      plain(dollar, new Span(name, nameEnd), nameEnd + 1);
    } else if (isAt(sign, "-") || isAt(sign, "?") || isAt(sign, "+")) {
      operation(dollar, new Span(name, nameEnd), sign);
    } else {
      invalid(dollar, false);
    }
  }

  private void operation(int dollar, Span name, int sign) {
    int close = depth == MAX_DEPTH ? NONE : closing(sign + 1);
    if (close < 0) {
      invalid(dollar, depth == MAX_DEPTH);
      return;
    }
    flush();
    Span operand = new Span(sign + 1, close);
    VariableText inner = new VariableTextReader(text, operand, depth + 1).read();
    parts.add(
        new VariableText.Variable(
            new Span(dollar, close + 1),
            text.substring(name.start(), name.end()),
            name,
            operator(text.charAt(sign)),
            sign > name.end(),
            operand,
            inner));
    at = close + 1;
  }

  private boolean isAt(int offset, String sign) {
    return offset < end && text.startsWith(sign, offset);
  }

  private static Operator operator(char sign) {
    return switch (sign) {
      case '-' -> Operator.DEFAULT;
      case '?' -> Operator.REQUIRED;
      default -> Operator.ALTERNATIVE;
    };
  }

  /**
   * The brace that ends a variable with an operand. The character behind an opening brace is not
   * looked at; braces without a match end at the last one of the line.
   */
  private int closing(int operand) {
    findLastBrace(operand);
    if (lastBrace < operand) {
      return NONE;
    }
    int braces = 1;
    for (int i = operand; i <= lastBrace; i++) {
      char c = text.charAt(i);
      if (c == '}' && --braces == 0) {
        return i;
      }
      if (c == '{') {
        braces++;
        i++;
      }
    }
    return lastBrace;
  }

  /** The last closing brace of the line, looked for once a line. */
  private void findLastBrace(int offset) {
    if (offset > lineEnd) {
      int newline = text.indexOf('\n', offset);
      lineEnd = newline < 0 ? end : Math.min(newline, end);
      lastBrace = text.lastIndexOf('}', lineEnd - 1);
    }
  }

  private void plain(int dollar, Span name, int after) {
    flush();
    parts.add(
        new VariableText.Variable(
            new Span(dollar, after),
            text.substring(name.start(), name.end()),
            name,
            Operator.NONE,
            false,
            Span.at(name.end()),
            VariableText.EMPTY));
    at = after;
  }

  private void invalid(int dollar, boolean tooDeep) {
    flush();
    parts.add(new VariableText.Invalid(new Span(dollar, dollar + 1), tooDeep));
    at = dollar + 2;
  }

  private int nameEnd(int start) {
    int at = start;
    while (at < end && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return '0' <= c && c <= '9';
  }

  /** Two letters beyond ASCII are lower case forms of ASCII's to a pattern that ignores case. */
  private static boolean isNameStart(char c) {
    return c == '_'
        || ('a' <= c && c <= 'z')
        || ('A' <= c && c <= 'Z')
        || c == '\u017f'
        || c == '\u212a';
  }
}
